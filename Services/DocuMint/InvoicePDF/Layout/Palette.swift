/// The colours of a document, all made from one accent colour so that text stays readable whatever it is.
struct Palette: Sendable {
    /// For areas.
    let accent: Ink
    /// For text on areas of ``accent``: black or white, whichever stands out more.
    let onAccent: Ink
    /// For text on white: ``accent``, made darker as far as is needed.
    let accentText: Ink
    /// A pale area on which all text is readable.
    let tint: Ink

    init(accent: Ink) {
        self.accent = accent
        onAccent = accent.contrast(to: .white) >= accent.contrast(to: .black) ? .white : .black
        accentText = accent.readableOnWhite
        tint = accent.mixed(with: .white, share: 0.93)
    }
}

extension Ink {
    /// Each part from 0 to 1.
    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    static let white = Ink(level: 1)
    static let black = Ink(level: 0.07)

    /// The ratio of WCAG 2.2, "contrast ratio": 1 … 21; text needs 4.5.
    func contrast(to other: Ink) -> Double {
        let (dark, light) = luminance < other.luminance ? (luminance, other.luminance) : (other.luminance, luminance)
        return (light + 0.05) / (dark + 0.05)
    }

    /// The same hue, as dark as text on white must be.
    var readableOnWhite: Ink {
        var ink = self
        while ink.contrast(to: .white) < 4.5 { ink = ink.mixed(with: Ink(level: 0), share: 0.06) }
        return ink
    }

    func mixed(with other: Ink, share: Double) -> Ink {
        let mixed = { (own: Double, others: Double) in own + (others - own) * share }
        return Ink(red: mixed(red, other.red), green: mixed(green, other.green), blue: mixed(blue, other.blue))
    }

    /// Relative luminance (WCAG 2.2), 0 … 1. The curve of sRGB as a cubic, which is off by less than 0.003.
    private var luminance: Double {
        let linear = { (value: Double) in value * value * (0.72 + 0.28 * value) }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
