// An instant as the wire writes it: ISO 8601 in Finesse's XML and in SAML, IMF-fixdate in HTTP.

extension SandboxInstant {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The instant as `2022-12-22T12:47:41.747Z`.
    ///
    /// Source: Finesse REST developer guide, `currentTimestamp` and `stateChangeTime`.
    package var timestamp: String {
        let parts = civil
        let date = "\(Self.pad(parts.year, 4))-\(Self.pad(parts.month, 2))-\(Self.pad(parts.day, 2))"
        return "\(date)T\(time(parts)).\(Self.pad(parts.millisecond, 3))Z"
    }

    /// The instant as `Thu, 22 Dec 2022 12:47:41 GMT`.
    ///
    /// Source: RFC 9110, 5.6.7, IMF-fixdate.
    package var httpDate: String {
        let parts = civil
        let weekday = Self.weekdays[Int(Self.floorDivide(parts.daysSinceEpoch, 7).remainder)]
        let month = Self.months[Int(parts.month - 1)]
        return "\(weekday), \(Self.pad(parts.day, 2)) \(month) \(Self.pad(parts.year, 4)) \(time(parts)) GMT"
    }

    private struct Civil {
        var daysSinceEpoch: Int64
        var year: Int64
        var month: Int64
        var day: Int64
        var hour: Int64
        var minute: Int64
        var second: Int64
        var millisecond: Int64
    }

    /// The proleptic Gregorian date and time; eras of 400 years start on 1 March.
    private var civil: Civil {
        let (days, inDay) = Self.floorDivide(milliseconds, 86_400_000)
        let (era, dayOfEra) = Self.floorDivide(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return Civil(
            daysSinceEpoch: days,
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
            hour: inDay / 3_600_000,
            minute: inDay / 60_000 % 60,
            second: inDay / 1000 % 60,
            millisecond: inDay % 1000
        )
    }

    private func time(_ parts: Civil) -> String {
        "\(Self.pad(parts.hour, 2)):\(Self.pad(parts.minute, 2)):\(Self.pad(parts.second, 2))"
    }

    private static func pad(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
