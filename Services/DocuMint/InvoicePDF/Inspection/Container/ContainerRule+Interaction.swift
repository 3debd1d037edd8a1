extension ContainerRule {
    /// Annotations, forms and actions in PDF/A-3 (ISO 19005-3 §6.3 to §6.5).
    static let archiveInteraction = [
        ContainerRule("PDF/A 6.3.1-1", .pdfA, "Annotations are of types that can be printed") { pdf in
            let allowed = [
                "Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly",
                "StrikeOut",
                "Stamp", "Caret", "Ink", "Popup", "FileAttachment", "Widget", "PrinterMark", "TrapNet", "Watermark", "Redact",
            ]
            return pdf.annotations.map { pdf.file.resolved($0.entries["Subtype"]).name ?? "none" }.filter { !allowed.contains($0) }
        },
        ContainerRule(
            "PDF/A 6.3.2-1",
            .pdfA,
            "Annotations are printed and not hidden: F has Print, not Hidden, Invisible, NoView or ToggleNoView"
        ) { pdf in
            pdf.annotations.filter { annotation in
                guard annotation.entries["Subtype"] != .name("Popup") else { return false }
                // Bits 1, 2, 6 and 9 hide (ISO 32000-1 table 165), bit 3 prints.
                let flags = pdf.file.resolved(annotation.entries["F"]).integer ?? 0
                return flags & 0b1_0010_0111 != 0b100
            }.map { "on page object \($0.page.number)" }
        },
        ContainerRule("PDF/A 6.3.3-1", .pdfA, "Annotations but links and popups have an appearance") { pdf in
            pdf.annotations.filter { annotation in
                guard ![.name("Popup"), .name("Link")].contains(annotation.entries["Subtype"]) else { return false }
                let box = pdf.file.array(annotation.entries["Rect"]).compactMap { pdf.file.resolved($0).number }
                let isEmpty = box.count == 4 && box[0] == box[2] && box[1] == box[3]
                return !isEmpty && pdf.file.entries(annotation.entries["AP"])["N"] == nil
            }.map { "on page object \($0.page.number)" }
        },
        ContainerRule("PDF/A 6.4.1-1", .pdfA, "Forms ask no viewer to draw them, and are not XFA") { pdf in
            let form = pdf.file.entries(pdf.catalog["AcroForm"])
            return pdf.file.resolved(form["NeedAppearances"]).boolean != true && form["XFA"] == nil && pdf.catalog["NeedsRendering"] == nil
        },
        ContainerRule("PDF/A 6.5.1-1", .pdfA, "Actions only go somewhere: no JavaScript, Launch, Sound, Movie, ImportData, …") { pdf in
            let allowed = ["GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"]
            return pdf.actions.compactMap { number, entries in
                let kind = pdf.file.resolved(entries["S"]).name ?? "none"
                return allowed.contains(kind) ? nil : "\(kind) in object \(number)"
            }
        },
        ContainerRule("PDF/A 6.5.2-1", .pdfA, "No actions run by themselves") { pdf in
            let isInCatalog = pdf.catalog["AA"] != nil || pdf.file.entries(pdf.catalog["Names"])["JavaScript"] != nil
            let pages = pdf.pages.filter { $0.entries["AA"] != nil }.map { "page object \($0.number)" }
            let fields = pdf.annotations.filter { $0.entries["AA"] != nil }.map { "a field on page object \($0.page.number)" }
            return (isInCatalog ? ["the catalog"] : []) + pages + fields
        },
    ]
}

extension InspectedPDF {
    /// Actions of annotations, of the catalog and those that say that they are one.
    fileprivate var actions: [(number: Int, entries: [String: PDFValue])] {
        dictionaries.flatMap { number, entries in
            var actions = entries["Type"] == .name("Action") ? [(number, entries)] : []
            for key in ["A", "OpenAction", "Next"] {
                let action = file.entries(entries[key])
                // Attributes of structure elements are under A as well; they have an owner.
                if action["S"] != nil, action["O"] == nil { actions.append((number, action)) }
            }
            return actions
        }
    }
}
