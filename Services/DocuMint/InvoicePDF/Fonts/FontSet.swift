internal import Synchronization

/// The fonts of a process: those for most invoices open from the start, the others from when a text first needs them.
final class FontSet: Sendable {
    private let files: InvoiceFonts
    private let base: [FontFace]
    private let others = Mutex<[FontID: FontFace?]>([:])
    let subsets = SubsetCache()

    /// - Throws: ``InvoiceError/fontUnusable(path:)`` when one of the two base fonts is.
    init(opening fonts: InvoiceFonts) throws(InvoiceError) {
        files = fonts
        base = [
            try FontFace(opening: fonts.regular, as: FontID(.base, .regular)),
            try FontFace(opening: fonts.bold, as: FontID(.base, .bold)),
        ]
    }

    /// The base font.
    subscript(weight: FontWeight) -> FontFace { base[weight.rawValue] }

    /// A face of a family, in another weight if there is no other; `nil` when it is not installed.
    func face(_ family: FontFamily, _ weight: FontWeight) -> FontFace? {
        guard family != .base else { return self[weight] }
        return others.withLock { faces in
            open(FontID(family, weight), in: &faces) ?? open(FontID(family, .regular), in: &faces)
        }
    }

    /// The face that a text was set in.
    subscript(id: FontID) -> FontFace? { face(id.family, id.weight) }

    private func open(_ id: FontID, in faces: inout [FontID: FontFace?]) -> FontFace? {
        if let known = faces[id] { return known }
        let face = id.family.file(id.weight, in: files).flatMap { file in try? FontFace(opening: file, as: id) }
        faces[id] = .some(face)
        return face
    }
}
