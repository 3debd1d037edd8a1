import Database
import Timekeeping

/// What stands around the rows in an export.
struct LoadScript {
    let schema: Schema
    let product: String
    let asOf: Timestamp

    /// How every export begins.
    static let firstWords = "-- All data of "

    /// Up to the first table. Settings that the user's own `.psqlrc` or server may have otherwise are made here.
    var beginning: String {
        """
        \(Self.firstWords)\(product) as of \(asOf.rfc3339), for an empty database of PostgreSQL 13 or newer with the encoding UTF8:
        --     createdb --encoding=UTF8 --template=template0 \(product)
        --     psql --no-psqlrc --dbname=\(product) --file=FILE
        -- All or nothing: it is one transaction.
        \\set ON_ERROR_STOP on
        \\set AUTOCOMMIT on
        BEGIN;
        SET LOCAL client_encoding = 'UTF8';
        SET LOCAL standard_conforming_strings = on;
        SET LOCAL client_min_messages = warning;
        SET LOCAL statement_timeout = 0;
        SET LOCAL lock_timeout = 0;
        SET LOCAL idle_in_transaction_session_timeout = 0;
        SET LOCAL synchronous_commit = on;
        SET LOCAL check_function_bodies = off;

        DO $check$
        DECLARE
            taken text;
        BEGIN
            IF current_setting('server_encoding') <> 'UTF8' THEN
                RAISE EXCEPTION 'the encoding of this database is %, and must be UTF8', current_setting('server_encoding')
                    USING HINT = 'createdb --encoding=UTF8 --template=template0 NAME';
            END IF;
            IF current_schema() IS NULL THEN
                RAISE EXCEPTION 'there is no schema to make tables in: see search_path';
            END IF;
            SELECT string_agg(relname, ', ' ORDER BY relname) INTO taken
            FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = current_schema() AND relname IN (\(names));
            IF taken IS NOT NULL THEN
                RAISE EXCEPTION 'this database is not empty, it has already: %', taken
                    USING HINT = 'Nothing was changed. Load into a new database.';
            END IF;
        END
        $check$;

        """
    }

    /// From after the last row.
    func end(sequences: [String]) throws -> [String] {
        var lines = [""]
        for table in schema.tables { lines += try table.postgreSQLIndexes() }
        for table in schema.tables { lines += table.postgreSQLKeys }
        for table in schema.tables { lines += table.postgreSQLReferences }
        if !sequences.isEmpty { lines += ["DO $sequences$", "BEGIN"] + sequences + ["END", "$sequences$;"] }
        let tables = schema.tables.map(\.name)
        // Within the transaction, for which no time limit of the role or server holds.
        if !tables.isEmpty { lines.append("ANALYZE \(PostgreSQLText.names(tables));") }
        lines.append("COMMIT;")
        lines.append("\\echo '\(product): loaded \(tables.count) tables. Compare them with export-postgres --verify.'")
        return lines
    }

    private var names: String {
        let names = schema.tables.flatMap { [$0.name] + $0.indexes.map(\.name) }
        return names.isEmpty ? "NULL" : names.map { PostgreSQLText.literal($0) }.joined(separator: ", ")
    }
}
