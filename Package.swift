// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

// MARK: What other packages give us

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
]
let atomics = Target.Dependency.product(name: "Atomics", package: "swift-atomics")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")

// MARK: The kinds of targets in this house

/// A C library of the system, found through pkg-config.
func system(_ name: String, at path: String, pkgConfig: String, debian package: String) -> Target {
    .systemLibrary(name: name, path: path, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A library and its tests.
func library(
    _ name: String,
    at path: String,
    _ dependencies: [Target.Dependency] = [],
    testsUse: [Target.Dependency] = []
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, path: path, swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.target(name: name), "TestKit"] + testsUse,
            path: "Tests/\(name)Tests",
            swiftSettings: strict
        ),
    ]
}

/// A room of `Shared/`.
func shared(_ name: String, _ dependencies: [Target.Dependency], testsUse: [Target.Dependency] = []) -> [Target] {
    library(name, at: "Shared/\(name)", dependencies, testsUse: testsUse)
}

/// An engine: values in, values out. It knows nothing of `Shared/` but Cryptography.
func engine(_ name: String, of product: String, _ dependencies: [Target.Dependency] = []) -> [Target] {
    library(name, at: "Services/\(product)/\(name)", dependencies)
}

/// A product: its service and its executable.
func product(_ name: String, executable: String, engines: [Target.Dependency] = []) -> [Target] {
    let rooms: [Target.Dependency] = ["Accounts", "Cryptography", "Database", "HTTPCore", "ServiceKit", "Timekeeping"]
    let service = library(
        "\(name)Service",
        at: "Services/\(name)/Service",
        rooms + engines + [hummingbird, httpTypes, logging, lifecycle] + nio,
        testsUse: rooms + engines + nio
    )
    let main = Target.executableTarget(
        name: executable,
        dependencies: [.target(name: "\(name)Service"), "ServiceKit"],
        path: "Services/\(name)/Main",
        swiftSettings: strict
    )
    return service + [main]
}

let systemLibraries = [
    system("CSQLite", at: "Shared/CSQLite", pkgConfig: "sqlite3", debian: "libsqlite3-dev"),
    system("CLibCrypto", at: "Shared/CLibCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
    system("CHarfBuzz", at: "Services/DocuMint/CHarfBuzz", pkgConfig: "harfbuzz-subset", debian: "libharfbuzz-dev"),
    system("CFriBidi", at: "Services/DocuMint/CFriBidi", pkgConfig: "fribidi", debian: "libfribidi-dev"),
    system("CExpat", at: "Services/DocuMint/CExpat", pkgConfig: "expat", debian: "libexpat1-dev"),
    system("CZlib", at: "Shared/CZlib", pkgConfig: "zlib", debian: "zlib1g-dev"),
]

/// What ServiceKit puts together, and its tests with it.
let operated: [Target.Dependency] =
    ["Accounts", "Backups", "Capacity", "Cryptography", "Database", "HTTPCore", "POSIX", "PostgreSQLExport", "Timekeeping"]
    + [hummingbird, httpTypes, logging, lifecycle] + nio

let rooms =
    shared("POSIX", [])
    + shared("Cryptography", ["CLibCrypto"])
    + shared("Timekeeping", [])
    + shared("Database", ["CSQLite", "Cryptography", "POSIX", "Timekeeping"], testsUse: ["CSQLite", "Cryptography", "Timekeeping"])
    + shared(
        "HTTPCore",
        ["Cryptography", "Timekeeping", hummingbird, httpTypes, logging, lifecycle] + nio,
        testsUse: ["Cryptography", hummingbird, httpTypes, logging, lifecycle] + nio
    )
    + shared(
        "Accounts",
        ["Cryptography", "Database", "HTTPCore", "Timekeeping", hummingbird, httpTypes, lifecycle, logging] + nio,
        testsUse: ["Cryptography", "Database", "HTTPCore", "Timekeeping", hummingbird, httpTypes, lifecycle, logging] + nio
    )
    + shared(
        "Backups",
        ["CZlib", "Cryptography", "Database", "HTTPCore", "POSIX", "Timekeeping", lifecycle, logging],
        testsUse: ["Cryptography", "Database", "HTTPCore", "POSIX", "Timekeeping", lifecycle, logging]
    )
    + shared(
        "PostgreSQLExport",
        ["Cryptography", "Database", "HTTPCore", "POSIX", "Timekeeping"],
        testsUse: ["Cryptography", "Database", "HTTPCore", "Timekeeping"]
    )
    + shared(
        "Capacity",
        ["Database", "HTTPCore", "POSIX", "Timekeeping", lifecycle, logging],
        testsUse: ["Database", "HTTPCore", "Timekeeping", lifecycle, logging]
    )
    + shared("ServiceKit", operated + [arguments], testsUse: operated + [arguments])

let products =
    engine("InvoicePDF", of: "DocuMint", ["CExpat", "CFriBidi", "CHarfBuzz", "CZlib", "Cryptography"])
    + product("DocuMint", executable: "documint", engines: ["InvoicePDF"])
    + engine("CronSchedule", of: "CronPing")
    + product("CronPing", executable: "cronping", engines: ["CronSchedule"])
    + engine("FlagRules", of: "FlagBit")
    + product("FlagBit", executable: "flagbit", engines: ["FlagRules", atomics])
    + product("WebhookVault", executable: "webhookvault")

/// What tests of the whole are made of.
let wholes: [Target] = [
    .target(
        name: "TestKit",
        dependencies: ["Accounts", "CSQLite", "Database", "HTTPCore", "POSIX", "ServiceKit", "Timekeeping", httpClient, httpTypes] + nio,
        path: "Tests/TestKit",
        swiftSettings: strict
    ),
    .testTarget(
        name: "EndToEndTests",
        dependencies: [
            "Backups", "Cryptography", "Database", "HTTPCore", "ServiceKit", "TestKit", "Timekeeping", "CronPingService", "DocuMintService",
            "FlagBitService", "WebhookVaultService",
        ],
        path: "Tests/EndToEnd",
        swiftSettings: strict
    ),
    .executableTarget(
        name: "benchmark-server",
        dependencies: ["Database", "HTTPCore", "ServiceKit", hummingbird],
        path: "Tests/Benchmarks/Server",
        swiftSettings: strict
    ),
    .executableTarget(
        name: "invoice-benchmark",
        dependencies: ["InvoicePDF"],
        path: "Tests/Benchmarks/Invoices",
        swiftSettings: strict
    ),
    .executableTarget(
        name: "schedule-lines",
        dependencies: ["CronSchedule"],
        path: "Tests/Benchmarks/Schedules",
        swiftSettings: strict
    ),
    .executableTarget(
        name: "flag-lines",
        dependencies: ["FlagBitService", "FlagRules", "HTTPCore"],
        path: "Tests/Benchmarks/Flags",
        swiftSettings: strict
    ),
]

let package = Package(
    name: "saas-suite",
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-atomics", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: systemLibraries + rooms + products + wholes
)
