/// A PDF with all that the rules ask about it, gathered once.
struct InspectedPDF {
    private static let maximumAnnotations = 100_000
    /// How much of font programs and maps is unpacked; fonts after that are not measured.
    private static let maximumFontBytes = 64 << 20
    /// How much is unpacked to find damage; streams after that are not looked at.
    private static let maximumCheckedBytes = 64 << 20

    let file: PDFFile
    let catalog: [String: PDFValue]
    let information: [String: PDFValue]
    let pages: [InspectedPage]
    /// One for each page.
    let scans: [ContentScan]
    /// Pages and forms.
    let allScans: [ContentScan]
    let forms: [Int: ContentScan]
    let fonts: [InspectedFont]
    let unreadableStreams: Set<Int>
    /// Streams that unpack only up to a point, or with a wrong checksum: viewers show what they get, archives lose the rest.
    let damagedStreams: [Int]
    let attachments: [EmbeddedFile]
    /// Why there is no ``metadata``.
    let metadataFault: String?
    let metadata: XMPPacket?
    let structure: InspectedStructure
    let annotations: [Annotation]
    /// All dictionaries, those inside of other objects as well, with the number of their object.
    let dictionaries: [(number: Int, entries: [String: PDFValue])]
    let outputIntents: [OutputIntent]
    let claims: ContainerClaims
    /// The e-invoice in it.
    let invoice: EInvoice?

    init(_ file: PDFFile, attachments: [EmbeddedFile], invoice: EInvoice?) throws(InspectionError) {
        self.file = file
        self.attachments = attachments
        self.invoice = invoice
        catalog = file.catalog
        information = file.entries(file.trailer["Info"])
        pages = InspectedPage.all(in: file)
        var scanner = ContentScanner(file)
        var scans: [ContentScan] = []
        for page in pages { scans.append(try scanner.scan(page: page)) }
        self.scans = scans
        forms = scanner.forms
        allScans = scans + scanner.forms.values
        unreadableStreams = scanner.unreadable
        damagedStreams = Self.damagedStreams(in: file)
        var codes: [Int: Set<Int>] = [:]
        for scan in allScans { codes.merge(scan.shownCodes) { $0.union($1) } }
        var budget = Self.maximumFontBytes
        fonts = scanner.fonts.sorted { $0.key < $1.key }.map {
            InspectedFont($0.value, number: $0.key, codes: codes[$0.key] ?? [], in: file, budget: &budget)
        }
        structure = InspectedStructure(of: file)
        dictionaries = Self.dictionaries(in: file)
        outputIntents = file.array(file.catalog["OutputIntents"]).prefix(16).map { OutputIntent(file.entries($0), in: file) }
        annotations = Self.annotations(of: pages, in: file)
        (metadata, metadataFault) = Self.metadata(of: file)
        claims = ContainerClaims(metadata, attachments: attachments)
    }

    /// As many as the budget reaches, by object number.
    private static func damagedStreams(in file: PDFFile) -> [Int] {
        var budget = maximumCheckedBytes
        return file.objects.sorted { $0.key < $1.key }.compactMap { number, value in
            guard let stream = value.stream, StreamFilters.names(of: stream.entries, in: file).first == "FlateDecode" else { return nil }
            return LenientInflater.isSound(file.bytes[stream.range], budget: &budget) == false ? number : nil
        }
    }

    private static func metadata(of file: PDFFile) -> (XMPPacket?, String?) {
        guard let stream = file.resolved(file.catalog["Metadata"]).stream else { return (nil, "the catalog has no Metadata") }
        guard let data = file.data(of: stream, limit: XMLReader.maximumSize) else { return (nil, "the metadata cannot be unpacked") }
        do throws(XMLFault) {
            return (try XMPPacket(data), nil)
        } catch {
            return (nil, error.description)
        }
    }

    private static func dictionaries(in file: PDFFile) -> [(number: Int, entries: [String: PDFValue])] {
        var found: [(number: Int, entries: [String: PDFValue])] = []
        for (number, value) in file.objects.sorted(by: { $0.key < $1.key }) {
            var pending = [value]
            while let value = pending.popLast() {
                if let entries = value.entries {
                    found.append((number, entries))
                    pending += entries.values
                } else if case .array(let values) = value {
                    pending += values
                }
            }
        }
        return found
    }

    /// Dictionaries of a type.
    func dictionaries(ofType type: String) -> [(number: Int, entries: [String: PDFValue])] {
        dictionaries.filter { $0.entries["Type"] == .name(type) }
    }

    /// What the entries of a name lead to, in all dictionaries, each object once.
    func values(of name: String) -> [PDFValue] {
        var visited: Set<Int> = []
        return dictionaries.compactMap { _, entries in
            guard let value = entries[name] else { return nil }
            if let number = value.reference, !visited.insert(number).inserted { return nil }
            return file.resolved(value)
        }
    }

    /// One annotation (ISO 32000-1 §12.5) with its page.
    struct Annotation {
        let page: InspectedPage
        /// The number of its object; `nil` when it is none.
        let number: Int?
        let entries: [String: PDFValue]
    }

    private static func annotations(of pages: [InspectedPage], in file: PDFFile) -> [Annotation] {
        var annotations: [Annotation] = []
        for page in pages {
            let values = file.array(page.entries["Annots"])
            guard annotations.count + values.count < maximumAnnotations else { return annotations }
            annotations += values.map { Annotation(page: page, number: $0.reference, entries: file.entries($0)) }
        }
        return annotations
    }
}

extension ContainerClaims {
    init(_ metadata: XMPPacket?, attachments: [EmbeddedFile]) {
        self.init()
        pdfaPart = metadata?.text(XMPPacket.pdfa, "part") ?? ""
        pdfaConformance = metadata?.text(XMPPacket.pdfa, "conformance") ?? ""
        pdfuaPart = metadata?.text(XMPPacket.pdfua, "part") ?? ""
        invoiceLevel = metadata?.invoiceText("ConformanceLevel") ?? ""
        invoiceFileName = metadata?.invoiceText("DocumentFileName") ?? ""
        self.attachments = attachments.map(\.name)
    }
}

/// An output intent (ISO 32000-1 §14.11.5).
struct OutputIntent {
    let subtype: String
    /// Its profile, when it is sound.
    let profile: ICCProfile?
    /// What is wrong with the profile; `nil` when nothing.
    let fault: String?
    /// The object of the profile.
    let profileNumber: Int?

    init(_ entries: [String: PDFValue], in file: PDFFile) {
        subtype = file.resolved(entries["S"]).name ?? ""
        profileNumber = entries["DestOutputProfile"]?.reference
        guard let stream = file.resolved(entries["DestOutputProfile"]).stream, let data = file.data(of: stream, limit: 4 << 20) else {
            (profile, fault) = (nil, "there is no DestOutputProfile")
            return
        }
        do throws(ICCProfile.Fault) {
            let profile = try ICCProfile(data)
            let count = file.resolved(stream.entries["N"]).integer
            self.profile = profile
            fault = count == profile.components ? nil : "N is \(count.map(String.init) ?? "missing"), the profile has \(profile.colorSpace)"
        } catch {
            (profile, fault) = (nil, error.reason)
        }
    }
}
