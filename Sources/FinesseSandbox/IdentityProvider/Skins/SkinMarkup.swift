/// Pieces of markup that pages of skins share.
enum SkinMarkup {
    /// A style sheet: a card on a ground, one column on a small screen.
    ///
    /// - Parameters:
    ///   - accent: The colour of the button.
    ///   - ground: The colour of the ground.
    ///   - more: Rules of the skin's own.
    /// - Returns: The style sheet.
    static func style(accent: String, ground: String, more: String = "") -> String {
        """
        * { box-sizing: border-box; }
        body { background: \(ground); color: #1b1b1b; font: 16px/1.5 system-ui, "Noto Sans CJK JP", sans-serif; margin: 0; }
        .card { background: #fff; border-radius: 4px; box-shadow: 0 2px 8px rgb(0 0 0 / .2); margin: 10vh auto; max-width: 27rem; padding: 2rem; }
        h1 { font-size: 1.4rem; font-weight: 600; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
        label { display: block; font-size: .9rem; margin: .75rem 0 .2rem; }
        label.box { align-items: center; display: flex; gap: .5rem; }
        input:not([type=checkbox], [type=radio], [type=hidden]) { border: 1px solid #767676; border-radius: 3px; font: inherit; min-height: 2.5rem; padding: .4rem .6rem; width: 100%; }
        .button, button, input[type=submit]:not(.plain) { background: \(accent); border: 0; border-radius: 3px; color: #fff; cursor: pointer; display: inline-block; font: inherit; margin: 1.2rem .5rem 0 0; min-height: 2.5rem; padding: .45rem 1.4rem; text-decoration: none; width: auto; }
        .second { background: #5e5e5e !important; }
        :focus-visible { outline: 3px solid \(accent); outline-offset: 2px; }
        .error { color: #a4262c; margin: .5rem 0; }
        .note { color: #555; font-size: .9rem; }
        @media (max-width: 32rem) { .card { border-radius: 0; box-shadow: none; margin: 0; max-width: none; min-height: 100vh; } }
        \(more)
        """
    }

    /// Text for markup.
    static func text(_ text: String) -> String { TextEncodings.escapeMarkup(text) }

    /// A value for a script in a page: no `<` in it can end the script.
    static func script(_ value: JSONText) -> String { value.text.replacing("<", with: "\\u003c") }

    /// A page of a skin.
    static func page(
        _ title: String,
        style: String,
        body: String,
        script: String = "",
        head: String = "",
        language: SkinLanguage = .english
    ) -> HTMLPage {
        var page = HTMLPage(title: title, body: body, script: script)
        page.style = style
        page.head = head
        page.language = language.rawValue
        return page
    }
}
