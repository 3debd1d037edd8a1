import Testing

@testable import InvoicePDF

@Suite("Palettes")
struct PaletteTests {
    private static let colors = ["#FFF59D", "#FFFFFF", "#000000", "#1B365D", "#F97316", "#00FF00", "#0000FF", "#777777"]

    @Test("keep text readable on and in every accent colour", arguments: colors)
    func contrast(hexadecimal: String) throws {
        let palette = Palette(accent: Ink(try #require(AccentColor(parsing: hexadecimal))))
        #expect(palette.onAccent.contrast(to: palette.accent) >= 4.2)
        #expect(palette.accentText.contrast(to: .white) >= 4.5)
        #expect(palette.tint.contrast(to: .text) >= 12)
    }

    @Test("leave colours as they are that can be read")
    func unchanged() throws {
        let ink = Ink(try #require(AccentColor(parsing: "#1B365D")))
        #expect(Palette(accent: ink).accentText == ink)
        #expect(Palette(accent: ink).onAccent == .white)
        #expect(Palette(accent: Ink(level: 0.9)).onAccent == .black)
    }

    @Test("measure contrast as WCAG does")
    func ratio() {
        #expect(abs(Ink(level: 1).contrast(to: Ink(level: 0)) - 21) < 0.001)
        // #767676 on white is the grey that the W3C names as just enough: 4.54.
        #expect(abs(Ink(level: 118.0 / 255).contrast(to: .white) - 4.54) < 0.05)
    }
}
