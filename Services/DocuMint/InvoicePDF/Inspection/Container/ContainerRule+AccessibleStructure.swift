extension ContainerRule {
    /// Structure elements and annotations in PDF/UA-1 (ISO 14289-1 §7.2 to §7.18).
    static let accessibleStructure = [
        ContainerRule("PDF/UA 7.2-2", .pdfUA, "Parts of tables and lists stand where they belong") { pdf in
            pdf.structure.elements.compactMap { element in
                guard let allowed = InspectedStructure.allowedParents[element.type] else { return nil }
                let parent = element.parent.map { pdf.structure.elements[$0].type } ?? "the root"
                return allowed.contains(parent) ? nil : "\(element.type) in \(parent)"
            }
        },
        ContainerRule("PDF/UA 7.2-3", .pdfUA, "Rows of a table have the same number of cells") { pdf in pdf.unevenTables },
        ContainerRule("PDF/UA 7.3-1", .pdfUA, "Figures have a text in their stead: Alt or ActualText") { pdf in
            pdf.structure.elements.filter { ["Figure", "Formula"].contains($0.type) }.filter { element in
                ["Alt", "ActualText"].allSatisfy { (pdf.file.resolved(element.entries[$0]).text ?? "").isEmpty }
            }.map { "\($0.type) \($0.number.map { "object \($0)" } ?? "")" }
        },
        ContainerRule("PDF/UA 7.4.2-1", .pdfUA, "Headings begin with H1 and skip no level") { pdf in
            var last = 0
            var found: [String] = []
            for element in pdf.structure.elements where element.type.count == 2 && element.type.hasPrefix("H") {
                guard let level = element.type.last?.wholeNumberValue else { continue }
                if level > last + 1 { found.append("\(element.type) after \(last == 0 ? "no heading" : "H\(last)")") }
                last = level
            }
            return found
        },
        ContainerRule("PDF/UA 7.5-1", .pdfUA, "Header cells have a Scope") { pdf in
            let hasHeaders = pdf.structure.elements.contains { $0.type == "TD" && pdf.tableAttribute("Headers", of: $0) != nil }
            guard !hasHeaders else { return [] }
            return pdf.structure.elements.filter { $0.type == "TH" }.filter {
                !["Row", "Column", "Both"].contains(pdf.tableAttribute("Scope", of: $0)?.name ?? "")
            }.map { "TH \($0.number.map { "object \($0)" } ?? "")" }
        },
        ContainerRule("PDF/UA 7.11-1", .pdfUA, "Embedded files have their name in F and in UF") { pdf in
            pdf.attachments.filter { file in
                ["F", "UF"].contains { (pdf.file.resolved(file.specification[$0]).text ?? "").isEmpty }
            }.map(\.name)
        },
        ContainerRule("PDF/UA 7.18.1-1", .pdfUA, "Annotations are in the structure: links in Link, fields in Form, others in Annot") {
            pdf in
            pdf.annotations.filter { annotation in
                let subtype = pdf.file.resolved(annotation.entries["Subtype"]).name
                guard subtype != "Popup", !pdf.isHidden(annotation.entries) else { return false }
                let element = annotation.number.flatMap { pdf.structure.objects[$0] }.map { pdf.structure.elements[$0].type }
                let key = pdf.file.resolved(annotation.entries["StructParent"]).integer
                let isListed = key.map { pdf.file.entries(pdf.structure.parents[$0])["S"] != nil } ?? false
                return element != ["Link": "Link", "Widget": "Form"][subtype ?? ""] ?? "Annot" || !isListed
            }.map { "on page object \($0.page.number)" }
        },
        ContainerRule("PDF/UA 7.18.3-1", .pdfUA, "Pages with annotations are tabbed through in the order of the structure: Tabs S") { pdf in
            pdf.pages.filter { page in
                !pdf.file.array(page.entries["Annots"]).isEmpty && pdf.file.resolved(page.entries["Tabs"]).name != "S"
            }.map { "page object \($0.number)" }
        },
        ContainerRule("PDF/UA 7.18.5-2", .pdfUA, "Links say where they lead: Contents") { pdf in
            pdf.annotations.filter { annotation in
                annotation.entries["Subtype"] == .name("Link") && !pdf.isHidden(annotation.entries)
                    && (pdf.file.resolved(annotation.entries["Contents"]).text ?? "").isEmpty
            }.map { "on page object \($0.page.number)" }
        },
    ]
}

extension InspectedStructure {
    /// ISO 32000-1 §14.8.4.3: what may hold parts of tables and lists.
    fileprivate static let allowedParents: [String: Set<String>] = [
        "TR": ["Table", "THead", "TBody", "TFoot"], "TH": ["TR"], "TD": ["TR"], "THead": ["Table"], "TBody": ["Table"], "TFoot": ["Table"],
        "LI": ["L"], "LBody": ["LI"], "TOCI": ["TOC"],
    ]
}

extension InspectedPDF {
    fileprivate func isHidden(_ annotation: [String: PDFValue]) -> Bool {
        (file.resolved(annotation["F"]).integer ?? 0) & 0b10 != 0
    }

    /// An attribute of the owner `Table` (ISO 32000-1 §14.8.5.7).
    fileprivate func tableAttribute(_ name: String, of element: InspectedStructure.Element) -> PDFValue? {
        let value = file.resolved(element.entries["A"])
        for attributes in value.array ?? [value] {
            let entries = file.entries(attributes)
            if file.resolved(entries["O"]).name == "Table", let found = entries[name] { return file.resolved(found) }
        }
        return nil
    }

    /// Tables whose rows, with their spans, are of different lengths.
    fileprivate var unevenTables: [String] {
        let children = structure.children
        return structure.elements.indices.filter { structure.elements[$0].type == "Table" }.compactMap { table in
            let sections = (children[table] ?? []).flatMap { structure.elements[$0].type == "TR" ? [$0] : children[$0] ?? [] }
            let rows = sections.filter { structure.elements[$0].type == "TR" }.map { row in
                (children[row] ?? []).map { structure.elements[$0] }.filter { ["TH", "TD"].contains($0.type) }
            }
            return hasEvenRows(rows) ? nil : "the table of \(rows.count) rows"
        }
    }

    private func hasEvenRows(_ rows: [[InspectedStructure.Element]]) -> Bool {
        var width: Int?
        /// Cells that rows above reach down with: how many, for how many rows.
        var reaching: [(count: Int, rows: Int)] = []
        for row in rows {
            var count = reaching.reduce(0) { $0 + $1.count }
            reaching = reaching.map { ($0.count, $0.rows - 1) }.filter { $0.1 > 0 }
            for cell in row {
                let columns = min(max(tableAttribute("ColSpan", of: cell)?.integer ?? 1, 1), 1_000)
                let down = min(tableAttribute("RowSpan", of: cell)?.integer ?? 1, 100_000)
                count += columns
                if down > 1 { reaching.append((columns, down - 1)) }
            }
            guard width == nil || width == count else { return false }
            width = count
        }
        return true
    }
}
