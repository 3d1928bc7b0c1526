import FinesseSandbox

/// Who works on the day that is played: ten agents of one team, and how they divide their time.
enum DayStaff {
    /// The agents, with passwords for this sandbox alone.
    static let users: [SandboxUser] = zip(1000..., people).map { number, person in
        SandboxUser(
            loginName: person.first.lowercased(),
            loginId: String(number),
            password: SandboxPassword("Day-of-\(person.first)-\(number)"),
            firstName: person.first,
            lastName: person.last
        )
    }

    private static let people: [(first: String, last: String)] = [
        ("Ana", "Ortiz"), ("Ben", "Fischer"), ("Chidi", "Okafor"), ("Dana", "Novak"), ("Elif", "Kaya"),
        ("Farid", "Haddad"), ("Grace", "Lindt"), ("Hugo", "Moreau"), ("Ines", "Costa"), ("Jun", "Tanaka"),
    ]

    /// A sandbox for the day: its clock is turned, callers arrive on their own, tokens last an hour.
    static func configuration(seed: Int) -> SandboxConfiguration {
        var configuration = SandboxConfiguration()
        configuration.users = users
        configuration.tokens.accessLifetime = .seconds(3600)
        configuration.tokens.refreshLifetime = .seconds(36_000)
        configuration.contactCentre.callers.interval = .seconds(30)
        configuration.contactCentre.callers.handleTime = .seconds(170)
        configuration.contactCentre.callers.patience = .seconds(180)
        configuration.contactCentre.callers.seed = seed
        // Everybody looks twice a minute.
        configuration.contactCentre.ringTime = WorkingDay.step * 3 / 2
        return configuration
    }
}
