/// A type that can be bound to a statement and read from a column.
public protocol ValueConvertible {
    /// What is bound.
    var databaseValue: Value { get }

    /// The value read from a column, or `nil` when the storage class or the range does not fit.
    /// Nothing is coerced: text `"1"` is not the integer 1.
    init?(databaseValue: Value)
}

extension Int64: ValueConvertible {
    /// What is bound.
    public var databaseValue: Value { .integer(self) }

    /// The value read, or `nil` when it does not fit.
    public init?(databaseValue: Value) {
        guard case .integer(let integer) = databaseValue else { return nil }
        self = integer
    }
}

extension Int: ValueConvertible {
    /// What is bound.
    public var databaseValue: Value { .integer(Int64(self)) }

    /// The value read, or `nil` when it does not fit.
    public init?(databaseValue: Value) {
        guard case .integer(let integer) = databaseValue else { return nil }
        self.init(exactly: integer)
    }
}

extension Bool: ValueConvertible {
    /// What is bound.
    public var databaseValue: Value { .integer(self ? 1 : 0) }

    /// The value read, or `nil` when it does not fit.
    public init?(databaseValue: Value) {
        switch databaseValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension Double: ValueConvertible {
    /// What is bound.
    public var databaseValue: Value { .real(self) }

    /// The value read, or `nil` when it does not fit.
    public init?(databaseValue: Value) {
        guard case .real(let real) = databaseValue else { return nil }
        self = real
    }
}

extension String: ValueConvertible {
    /// What is bound.
    public var databaseValue: Value { .text(self) }

    /// The value read, or `nil` when it does not fit.
    public init?(databaseValue: Value) {
        guard case .text(let text) = databaseValue else { return nil }
        self = text
    }
}

extension [UInt8]: ValueConvertible {
    /// What is bound.
    public var databaseValue: Value { .blob(self) }

    /// The value read, or `nil` when it does not fit.
    public init?(databaseValue: Value) {
        guard case .blob(let bytes) = databaseValue else { return nil }
        self = bytes
    }
}

extension Optional: ValueConvertible where Wrapped: ValueConvertible {
    /// What is bound.
    public var databaseValue: Value { self?.databaseValue ?? .null }

    /// The value read, or `nil` when it does not fit.
    public init?(databaseValue: Value) {
        if case .null = databaseValue {
            self = .none
        } else if let wrapped = Wrapped(databaseValue: databaseValue) {
            self = .some(wrapped)
        } else {
            return nil
        }
    }
}

extension Value: ValueConvertible {
    /// What is bound.
    public var databaseValue: Value { self }

    /// The value read, or `nil` when it does not fit.
    public init?(databaseValue: Value) { self = databaseValue }
}

/// Enumerations with raw values are stored as those.
extension ValueConvertible where Self: RawRepresentable, RawValue: ValueConvertible {
    /// What is bound.
    public var databaseValue: Value { rawValue.databaseValue }

    /// The value read, or `nil` when it does not fit.
    public init?(databaseValue: Value) {
        guard let raw = RawValue(databaseValue: databaseValue) else { return nil }
        self.init(rawValue: raw)
    }
}
