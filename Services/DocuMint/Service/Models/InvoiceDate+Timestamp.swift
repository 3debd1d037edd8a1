import InvoicePDF
import Timekeeping

extension InvoiceDate {
    /// The day in UTC.
    init?(of time: Timestamp) {
        self.init(parsing: CalendarDay(of: time).description)
    }
}
