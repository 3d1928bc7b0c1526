import FuzzDriver
import WebAgentCookies

/// The date of an `Expires` attribute: what is read as a moment is read as the same one when it is written in the usual form.
@main
enum CookieDateFuzzer {
    static func main() {
        FuzzDriver.run { bytes in
            guard let moment = CookieDate.parse(bytes) else { return }
            let civil = CivilDate(secondsSinceEpoch: moment.milliseconds / 1000)
            require(moment.milliseconds % 1000 == 0, "a cookie date has a fraction of a second")
            require((1601...9999).contains(civil.year), "the year \(civil.year) is out of range")
            require(CookieDate.parse(civil.text.utf8) == moment, "\(civil.text) is read as another moment")
            plantedCrash(if: civil.month == 2 && civil.day == 29)
        }
    }
}

/// The fields of a moment, by an algorithm that has nothing in common with the parser's: it counts years and months.
struct CivilDate {
    var year = 1970
    var month = 1
    var day = 1
    let hour: Int
    let minute: Int
    let second: Int

    init(secondsSinceEpoch seconds: Int64) {
        var days = Int(seconds / 86400)
        var rest = Int(seconds % 86400)
        if rest < 0 {
            rest += 86400
            days -= 1
        }
        hour = rest / 3600
        minute = rest / 60 % 60
        second = rest % 60

        while days < 0 {
            year -= 1
            days += Self.daysInYear(year)
        }
        while days >= Self.daysInYear(year) {
            days -= Self.daysInYear(year)
            year += 1
        }
        while days >= Self.daysInMonth(month, year) {
            days -= Self.daysInMonth(month, year)
            month += 1
        }
        day = days + 1
    }

    /// The form that servers send today, without the day of the week.
    var text: String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(day) \(names[month - 1]) \(year) \(hour):\(minute):\(second) GMT"
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func daysInYear(_ year: Int) -> Int { isLeap(year) ? 366 : 365 }

    private static func daysInMonth(_ month: Int, _ year: Int) -> Int {
        month == 2 && isLeap(year) ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}
