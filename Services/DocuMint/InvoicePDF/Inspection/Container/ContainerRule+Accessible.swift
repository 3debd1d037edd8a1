extension ContainerRule {
    /// The document as a whole in PDF/UA-1 (ISO 14289-1 §5 to §7.2).
    static let accessibleDocument = [
        ContainerRule("PDF/UA 5-1", .pdfUA, "The metadata names part 1 of PDF/UA") { pdf in
            pdf.claims.pdfuaPart == "1" ? [] : ["it names “\(pdf.claims.pdfuaPart)”"]
        },
        ContainerRule("PDF/UA 6.2-1", .pdfUA, "The catalog says that the document is tagged: MarkInfo with Marked true") { pdf in
            pdf.file.resolved(pdf.file.entries(pdf.catalog["MarkInfo"])["Marked"]).boolean == true
        },
        ContainerRule("PDF/UA 7.1-1", .pdfUA, "Artifacts and tagged content are not inside of each other") { pdf in
            zip(pdf.pages, pdf.scans).filter(\.1.mixesArtifacts).map { "page object \($0.0.number)" }
                + pdf.forms.filter(\.value.mixesArtifacts).map { "form object \($0.key)" }
        },
        ContainerRule("PDF/UA 7.1-3", .pdfUA, "All content is tagged or an artifact") { pdf in
            zip(pdf.pages, pdf.scans).filter { !$0.1.unmarkedOperators.isEmpty }.map { page, scan in
                "page object \(page.number): \(Set(scan.unmarkedOperators).sorted().joined(separator: " "))"
            }
        },
        ContainerRule("PDF/UA 7.1-4", .pdfUA, "The catalog does not call tags suspect") { pdf in
            pdf.file.resolved(pdf.file.entries(pdf.catalog["MarkInfo"])["Suspects"]).boolean != true
        },
        ContainerRule("PDF/UA 7.1-5", .pdfUA, "Types of structure elements are standard, or mapped to one that is") { pdf in
            pdf.structure.unmappedTypes.map { "“\($0)”" }
        },
        ContainerRule("PDF/UA 7.1-9", .pdfUA, "The metadata has a title") { pdf in
            !(pdf.metadata?.text(XMPPacket.dublinCore, "title") ?? "").isEmpty
        },
        ContainerRule("PDF/UA 7.1-10", .pdfUA, "Viewers show the title: DisplayDocTitle true") { pdf in
            pdf.file.resolved(pdf.file.entries(pdf.catalog["ViewerPreferences"])["DisplayDocTitle"]).boolean == true
        },
        ContainerRule("PDF/UA 7.1-11", .pdfUA, "There is a structure tree") { pdf in !pdf.structure.elements.isEmpty },
        ContainerRule("PDF/UA 7.1-12", .pdfUA, "The structure tree and the marked content lead to each other") { pdf in pdf.brokenMarks },
        ContainerRule("PDF/UA 7.2-1", .pdfUA, "The catalog names the language: Lang") { pdf in
            let language = pdf.file.resolved(pdf.catalog["Lang"]).text ?? ""
            let parts = language.split(separator: "-", omittingEmptySubsequences: false)
            let isTag = parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
            return isTag && (2...8).contains(parts.first?.utf8.count ?? 0) ? [] : ["“\(language)”"]
        },
    ]
}

extension InspectedPDF {
    /// Marked content that the parent tree or the structure tree does not know, and structure that leads to no content.
    fileprivate var brokenMarks: [String] {
        var found: [String] = []
        for (page, scan) in zip(pages, scans) where !scan.marks.isEmpty {
            guard let key = file.resolved(page.entries["StructParents"]).integer, let parents = file.resolved(structure.parents[key]).array
            else {
                found.append("page object \(page.number) is not in the parent tree")
                continue
            }
            for mark in scan.marks.keys {
                let isListed = (0..<parents.count).contains(mark) && file.entries(parents[mark])["S"] != nil
                let place = structure.content[InspectedStructure.ContentKey(owner: page.number, mark: mark)]
                let isSame = isListed && place.map { parents[mark].reference == structure.elements[$0].number } ?? false
                if !isSame { found.append("mark \(mark) of page object \(page.number)") }
            }
        }
        let marks = Dictionary(zip(pages.map(\.number), scans.map(\.marks)), uniquingKeysWith: { first, _ in first })
        for key in structure.content.keys {
            guard let known = marks[key.owner] else { continue }
            if known[key.mark] == nil { found.append("mark \(key.mark), which page object \(key.owner) does not have") }
        }
        return found
    }
}
