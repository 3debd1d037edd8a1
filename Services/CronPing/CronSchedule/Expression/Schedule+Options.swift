extension Schedule {
    /// How a text is to be read.
    public struct Options: Hashable, Sendable {
        /// How the two day fields of cron combine.
        public enum DayRule: Hashable, Sendable {
            /// Both must match when either starts with `*`, else one is enough.
            case debian
            /// Both must match, always.
            case both
        }

        /// The language of the text. Default: Debian cron's.
        public var flavor: Flavor
        /// The number of Sunday in the day of week: 0 (then 7 is Sunday, too) or 1. Default: 1 for Quartz, otherwise 0.
        public var sunday: Int
        /// The number of January: 1 or 0. Default: 1.
        public var january: Int
        /// How the two day fields combine. Default: as in Debian cron.
        public var dayRule: DayRule

        /// - Parameters:
        ///   - sunday: 0 or 1; nil for what the flavor has.
        ///   - january: 1 or 0.
        public init(flavor: Flavor = .debian, sunday: Int? = nil, january: Int = 1, dayRule: DayRule = .debian) {
            self.flavor = flavor
            self.sunday = sunday ?? (flavor == .quartz ? 1 : 0)
            self.january = january
            self.dayRule = dayRule
        }

        /// The numbers that may be written in a field.
        func range(of kind: FieldKind) -> ClosedRange<Int> {
            switch kind {
            case .dayOfWeek where sunday == 1: 1...7
            case .month where january == 0: 0...11
            default: kind.range
            }
        }

        /// What a written number means in this library's numbering is it plus this.
        func shift(of kind: FieldKind) -> Int {
            switch kind {
            case .dayOfWeek: -sunday
            case .month: 1 - january
            default: 0
            }
        }
    }
}
