/// The state of one content stream while its operators are followed.
struct ContentInterpreter {
    var scan = ContentScan()
    /// Fonts that were selected, by key.
    private(set) var fonts: [Int: [String: PDFValue]] = [:]
    private let file: PDFFile
    private let resources: [String: PDFValue]
    private let resourceFonts: [String: PDFValue]
    private var state = State()
    private var saved: [State] = []
    private var marks: [Mark] = []
    private var taggedDepth = 0
    private var artifactDepth = 0

    private struct State {
        var fontKey: Int?
        var bytesPerCode = 1
        var isInvisible = false
    }

    private enum Mark {
        case artifact
        case tagged
        case other
    }

    /// Far more than content of people nests.
    private static let maximumDepth = 10_000

    init(file: PDFFile, resources: [String: PDFValue]) {
        self.file = file
        self.resources = resources
        resourceFonts = file.entries(resources["Font"])
    }

    mutating func interpret(_ keyword: String, _ operands: [PDFValue]) {
        if ContentScan.painting.contains(keyword) { return paint(keyword) }
        switch keyword {
        case "q":
            if saved.count < Self.maximumDepth { saved.append(state) }
            scan.stateDepth = max(scan.stateDepth, saved.count)
        case "Q": if let restored = saved.popLast() { state = restored }
        case "Tf": select(operands.first?.name ?? "")
        case "Tr": state.isInvisible = operands.first?.integer == 3
        case "Tj", "'", "\"": show(operands.suffix(1), keyword)
        case "TJ": show((operands.last?.array ?? [])[...], keyword)
        case "g", "G": use("DeviceGray")
        case "rg", "RG": use("DeviceRGB")
        case "k", "K": use("DeviceCMYK")
        case "cs", "CS": select(space: operands.last?.name ?? "")
        case "gs": select(graphicsState: operands.last?.name ?? "")
        case "BMC", "BDC": begin(operands)
        case "EMC": end()
        default: if !ContentScan.operators.contains(keyword) { scan.unknownOperators.insert(String(keyword.prefix(20))) }
        }
    }

    /// Notes something painted.
    mutating func paint(_ keyword: String) {
        if taggedDepth == 0, artifactDepth == 0, scan.unmarkedOperators.count < 10 { scan.unmarkedOperators.append(keyword) }
    }

    mutating func inspectInlineImage(_ values: [PDFValue]) {
        for index in stride(from: 0, to: values.count - 1, by: 2) {
            switch (values[index].name, values[index + 1]) {
            case ("I", .boolean(true)), ("Interpolate", .boolean(true)): scan.badInlineImages.append("Interpolate true")
            case ("F", .name("LZW")), ("Filter", .name("LZWDecode")), ("F", .name("LZWDecode")): scan.badInlineImages.append("LZW")
            case ("CS", .name(let space)), ("ColorSpace", .name(let space)):
                switch space {
                case "G", "DeviceGray": use("DeviceGray")
                case "RGB", "DeviceRGB": use("DeviceRGB")
                case "CMYK", "DeviceCMYK": use("DeviceCMYK")
                default: break
                }
            default: break
            }
        }
    }

    private mutating func use(_ space: String) {
        // A default space of the resources stands in for the device (§8.6.5.6).
        let replacement = space.replacing("Device", with: "Default", maxReplacements: 1)
        if file.entries(resources["ColorSpace"])[replacement] == nil { scan.deviceSpaces.insert(space) }
    }

    private mutating func select(space name: String) {
        let value = file.entries(resources["ColorSpace"])[name] ?? .name(name)
        for space in ColorSpaces.devices(of: value, in: file) { use(space) }
    }

    private mutating func select(graphicsState name: String) {
        guard let value = file.entries(resources["ExtGState"])[name] else {
            scan.missingResources.insert(name)
            return
        }
        let entries = file.entries(value)
        let isOpaque = ["ca", "CA"].allSatisfy { (file.resolved(entries[$0]).number ?? 1) >= 1 }
        let hasMask = ![.null, .name("None")].contains(file.resolved(entries["SMask"]))
        let blends = ![.null, .name("Normal"), .name("Compatible")].contains(file.resolved(entries["BM"]))
        if !isOpaque || hasMask || blends { scan.isTransparent = true }
        if let font = file.array(entries["Font"]).first { select(font, inlineKey: name) }
    }

    private mutating func select(_ name: String) {
        guard let value = resourceFonts[name] else {
            state.fontKey = nil
            scan.missingResources.insert(name)
            return
        }
        select(value, inlineKey: name)
    }

    private mutating func select(_ value: PDFValue, inlineKey name: String) {
        let key = value.reference ?? -1 - abs(name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF })
        let font = fonts[key] ?? file.entries(value)
        fonts[key] = font
        state.fontKey = key
        state.bytesPerCode = font["Subtype"]?.name == "Type0" ? 2 : 1
    }

    private mutating func show(_ values: ArraySlice<PDFValue>, _ keyword: String) {
        let strings = values.compactMap(\.bytes)
        guard strings.contains(where: { !$0.isEmpty }) else { return }
        paint(keyword)
        guard let key = state.fontKey, !state.isInvisible else { return }
        for bytes in strings {
            if state.bytesPerCode == 1 {
                for byte in bytes { scan.shownCodes[key, default: []].insert(Int(byte)) }
            } else {
                for index in stride(from: 0, to: bytes.count - 1, by: 2) {
                    scan.shownCodes[key, default: []].insert(Int(bytes[index]) << 8 | Int(bytes[index + 1]))
                }
            }
        }
    }

    private mutating func begin(_ operands: [PDFValue]) {
        guard marks.count < Self.maximumDepth else { return }
        let tag = operands.first?.name ?? ""
        var properties = operands.count > 1 ? operands[1] : .null
        if let name = properties.name { properties = file.resolved(file.entries(resources["Properties"])[name]) }
        if tag == "Artifact" {
            if taggedDepth > 0 { scan.mixesArtifacts = true }
            artifactDepth += 1
            marks.append(.artifact)
        } else if let number = properties.entries?["MCID"]?.integer {
            if artifactDepth > 0 { scan.mixesArtifacts = true }
            scan.marks[number] = tag
            taggedDepth += 1
            marks.append(.tagged)
        } else {
            marks.append(.other)
        }
    }

    private mutating func end() {
        switch marks.popLast() {
        case .artifact: artifactDepth -= 1
        case .tagged: taggedDepth -= 1
        case .other, nil: break
        }
    }
}
