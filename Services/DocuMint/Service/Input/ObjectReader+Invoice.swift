import HTTPCore
import InvoicePDF

extension ObjectReader {
    /// A day of the calendar.
    func day(_ name: String) -> InvoiceDate? {
        guard let text = string(name, length: 1...40) else { return nil }
        let date = InvoiceDate(parsing: text)
        if date == nil { fault(name, .notAllowed, "must be a day that exists, written as 2026-01-31") }
        return date
    }

    /// A currency; dollars if there is none.
    func currency(_ name: String) -> Currency {
        guard let code = string(name, length: 1...40) else { return .usd }
        let currency = Currency(code: code)
        if currency == nil { fault(name, .notAllowed, "must be a currency code of ISO 4217, such as \"EUR\"") }
        return currency ?? .usd
    }

    /// A language, with or without a country.
    func locale(_ name: String) -> InvoiceLocale? {
        guard let tag = string(name, length: 1...40) else { return nil }
        let locale = InvoiceLocale(tag: tag)
        if locale == nil {
            fault(name, .notAllowed, "must be a language that is spoken here: one of \(InvoiceLocale.tags.joined(separator: ", "))")
        }
        return locale
    }

    /// A colour.
    func color(_ name: String) -> AccentColor? {
        guard let text = string(name, length: 1...40) else { return nil }
        let color = AccentColor(parsing: text)
        if color == nil { fault(name, .notAllowed, "must be a colour such as \"#1a7f64\"") }
        return color
    }
}

extension InvoiceReader {
    /// A picture as a data URI.
    func picture(in reader: ObjectReader) -> InvoiceImage? {
        guard let text = reader.string("logo", length: 1...2_000_000) else { return nil }
        do throws(ImageError) {
            return try InvoiceImage(dataURI: text)
        } catch .notADataURI {
            reader.fault("logo", .notAllowed, ImageError.notADataURI.message)
        } catch {
            // Only who unpacks it can tell.
            unfit.append(InputFault(path: reader.path.member("logo"), code: .notAllowed, message: error.message))
        }
        return nil
    }
}
