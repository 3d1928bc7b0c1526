/// The words of the pages like AD FS, our own, in one language.
struct ADFSWords: Sendable {
    var signIn: String
    var withAccount: String
    var account: String
    var password: String
    var stay: String
    var next: String
    var from: String
    var wrongPassword: String
    var locked: String
    var wrongCode: String
    var nameForm: String
    var noPassword: String
    var update: String
    var mustUpdate: String
    var oldPassword: String
    var newPassword: String
    var confirm: String
    var submit: String
    var code: String
    var enterCode: String
    var consent: String
    var consentText: String
    var yes: String
    var no: String
    var failed: String
    var reference: String
    var stale: String
}

extension ADFSWords {
    init(_ language: SkinLanguage) {
        switch language {
        case .english: self = .english
        case .german: self = .german
        case .japanese: self = .japanese
        }
    }

    private static let english = ADFSWords(
        signIn: "Sign in",
        withAccount: "Sign in with your work account",
        account: "User account",
        password: "Password",
        stay: "Keep me signed in",
        next: "Next",
        from: "Choose where your account belongs",
        wrongPassword: "The user ID or the password is incorrect. Type both again.",
        locked: "This account is locked. Ask your administrator.",
        wrongCode: "The code is wrong. Enter the one that is shown now.",
        nameForm: "Enter the user ID as \"user@domain\" or \"domain\\user\".",
        noPassword: "Enter your password.",
        update: "Update password",
        mustUpdate: "Your password has expired. Choose a new one.",
        oldPassword: "Old password",
        newPassword: "New password",
        confirm: "New password again",
        submit: "Submit",
        code: "Verification code",
        enterCode: "Enter the code of your app",
        consent: "Permissions",
        consentText: "Your name and account go to the contact center.",
        yes: "Yes",
        no: "No",
        failed: "An error occurred",
        reference: "Activity ID",
        stale: "This page is too old. Begin again."
    )

    private static let german = ADFSWords(
        signIn: "Anmelden",
        withAccount: "Melden Sie sich mit Ihrem Firmenkonto an",
        account: "Benutzerkonto",
        password: "Kennwort",
        stay: "Angemeldet bleiben",
        next: "Weiter",
        from: "Wählen Sie, wohin Ihr Konto gehört",
        wrongPassword: "Benutzer-ID oder Kennwort stimmt nicht. Geben Sie beide noch einmal ein.",
        locked: "Dieses Konto ist gesperrt. Fragen Sie Ihren Administrator.",
        wrongCode: "Der Code stimmt nicht. Geben Sie den ein, der gerade gezeigt wird.",
        nameForm: "Geben Sie die Benutzer-ID als \"user@domain\" oder \"domain\\user\" ein.",
        noPassword: "Geben Sie Ihr Kennwort ein.",
        update: "Kennwort ändern",
        mustUpdate: "Ihr Kennwort ist abgelaufen. Wählen Sie ein neues.",
        oldPassword: "Altes Kennwort",
        newPassword: "Neues Kennwort",
        confirm: "Neues Kennwort noch einmal",
        submit: "Senden",
        code: "Prüfcode",
        enterCode: "Geben Sie den Code Ihrer App ein",
        consent: "Berechtigungen",
        consentText: "Ihr Name und Ihr Konto gehen an das Contact Center.",
        yes: "Ja",
        no: "Nein",
        failed: "Ein Fehler ist aufgetreten",
        reference: "Aktivitäts-ID",
        stale: "Diese Seite ist zu alt. Beginnen Sie neu."
    )

    private static let japanese = ADFSWords(
        signIn: "サインイン",
        withAccount: "会社のアカウントでサインインしてください",
        account: "ユーザー アカウント",
        password: "パスワード",
        stay: "サインインしたままにする",
        next: "次へ",
        from: "アカウントの所属を選んでください",
        wrongPassword: "ユーザー ID またはパスワードが正しくありません。もう一度入力してください。",
        locked: "このアカウントはロックされています。管理者に連絡してください。",
        wrongCode: "コードが違います。現在表示されているコードを入力してください。",
        nameForm: "ユーザー ID は \"user@domain\" または \"domain\\user\" の形式で入力してください。",
        noPassword: "パスワードを入力してください。",
        update: "パスワードの更新",
        mustUpdate: "パスワードの有効期限が切れました。新しいパスワードを選んでください。",
        oldPassword: "古いパスワード",
        newPassword: "新しいパスワード",
        confirm: "新しいパスワード (確認)",
        submit: "送信",
        code: "確認コード",
        enterCode: "アプリのコードを入力してください",
        consent: "アクセス許可",
        consentText: "お名前とアカウントがコンタクト センターに送られます。",
        yes: "はい",
        no: "いいえ",
        failed: "エラーが発生しました",
        reference: "アクティビティ ID",
        stale: "このページは古くなりました。最初からやり直してください。"
    )

    func text(_ message: SkinMessage?) -> String {
        switch message {
        case nil: ""
        case .wrongPassword, .unknownName: wrongPassword
        case .accountLocked: locked
        case .wrongCode: wrongCode
        }
    }
}
