/// The page's one style sheet.
///
/// The page's policy names its digest: a style that a trace could bring in has none.
package enum HTMLStyle {
    /// The sheet.
    package static let sheet = """
        :root { color-scheme: light dark; --ink: #1b1f24; --soft: #5a6470; --line: #c3cad3; --paper: #ffffff; --card: #f5f7f9;
          --good: #116329; --onward: #0550ae; --bad: #b3261e; --cookie: #7a4d00; --saml: #7a2a93; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ed; --soft: #9aa5b1; --line: #414a55; --paper: #14181d;
          --card: #1d232a; --good: #57c46f; --onward: #6fb1ff; --bad: #ff8a80; --cookie: #e5b567; --saml: #d79bea; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.25rem; max-width: 76rem; background: var(--paper); color: var(--ink);
          font: 15px/1.45 system-ui, sans-serif; }
        h1 { font-size: 1.35rem; margin: 0 0 .2rem; }
        .facts { color: var(--soft); margin: 0 0 1rem; }
        .ending { border-left: .3rem solid; padding: .4rem .8rem; background: var(--card); margin: 0 0 1rem; }
        .good { color: var(--good); } .onward { color: var(--onward); } .bad, .open { color: var(--bad); }
        .lanes { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line);
          padding: .4rem 0; margin: 0; }
        .lanes, .arrows { display: grid; }
        .of2 { grid-template-columns: repeat(2, 1fr); } .of3 { grid-template-columns: repeat(3, 1fr); }
        .of4 { grid-template-columns: repeat(4, 1fr); } .of5 { grid-template-columns: repeat(5, 1fr); }
        .of1 { grid-template-columns: 1fr; }
        .lane { text-align: center; overflow-wrap: anywhere; padding: 0 .3rem; font-weight: 600; }
        .lane small { display: block; color: var(--soft); font-weight: 400; }
        h2 { font-size: 1rem; }
        .rung { padding: .55rem 0 .7rem; border-bottom: 1px solid var(--line); }
        .rung h2 { font-size: 1rem; margin: 0 0 .15rem; overflow-wrap: anywhere; font-weight: 600; }
        .rung h2 code { font-weight: 400; } .number { display: inline-block; min-width: 1.6rem; color: var(--soft); }
        code, pre, td, .mono { font-family: ui-monospace, monospace; font-size: .86rem; }
        .arrows { row-gap: .1rem; }
        .life { grid-row: 1 / 3; width: 0; border-left: 1px dashed var(--line); justify-self: center; min-height: 3.1rem; }
        .at1 { grid-column: 1; } .at2 { grid-column: 2; } .at3 { grid-column: 3; } .at4 { grid-column: 4; }
        .at5 { grid-column: 5; }
        .arrow { position: relative; border-bottom: 2px solid; font-size: .86rem; text-align: center; height: 1.5rem;
          white-space: nowrap; }
        .to2 { grid-column: 1 / 3; margin: 0 25%; } .to3 { grid-column: 1 / 4; margin: 0 16.667%; }
        .to4 { grid-column: 1 / 5; margin: 0 12.5%; } .to5 { grid-column: 1 / 6; margin: 0 10%; }
        .arrow span { background: var(--paper); padding: 0 .4rem; }
        .ask { grid-row: 1; color: var(--soft); } .reply { grid-row: 2; }
        .ask::after, .reply::before { content: ""; position: absolute; bottom: -6px; border: 5px solid transparent; }
        .ask::after { right: -1px; border-left: 9px solid; border-right: 0; }
        .reply::before { left: -1px; border-right: 9px solid; border-left: 0; }
        ul.notes { list-style: none; margin: .35rem 0 0; padding: 0 0 0 1.6rem; font-size: .92rem; }
        ul.notes li { overflow-wrap: anywhere; }
        .cookie, .withheld { color: var(--cookie); } .refusal, .trouble { color: var(--bad); } .saml { color: var(--saml); }
        .page { color: var(--onward); } .plain { color: var(--soft); }
        details { display: inline-block; margin: .3rem 1rem 0 1.6rem; vertical-align: top; }
        details + details { margin-left: 0; } details[open] { display: block; margin-left: 1.6rem;
          overflow-x: auto; } summary { cursor: pointer; color: var(--soft); font-size: .88rem; }
        details h3 { font-size: .88rem; margin: .6rem 0 .2rem; }
        table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; white-space: nowrap;
          padding: .12rem 1rem .12rem 0; } th { font-size: .8rem; color: var(--soft); }
        td:last-child { white-space: normal; overflow-wrap: anywhere; width: 100%; min-width: 16rem; }
        pre { background: var(--card); padding: .6rem; overflow: auto; margin: 0; }
        svg { width: 100%; height: auto; display: block; margin-top: .4rem; }
        svg text { fill: var(--ink); font-size: 11px; font-family: system-ui, sans-serif; } svg .mark { fill: var(--soft); }
        svg .good { fill: var(--good); } svg .onward { fill: var(--onward); } svg .bad, svg .open { fill: var(--bad); }
        footer { color: var(--soft); font-size: .85rem; margin-top: 1rem; }
        @media print { details { display: none; } .lanes { position: static; } }
        """

    /// The digest of the sheet, as the policy names it.
    ///
    /// Source: Content Security Policy Level 3, "hash-source".
    package static let digest = "sha256-d90H3qfo7j3gs/DhjwHd+Udq7dPR5dYgarrNXq2YN3Y="
}
