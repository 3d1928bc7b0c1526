/// The console's page: one document, whose parts a small script exchanges when the server says that they changed.
struct ConsolePage: Sendable {
    let fragments: ConsoleFragments
    /// What the page's own style and script are known by.
    let nonce: String

    /// The page with a policy that lets nothing run but its own script.
    ///
    /// Source: W3C Content Security Policy 3.
    var answer: SandboxAnswer {
        SandboxAnswer.text(text, type: "text/html;charset=UTF-8", status: 200)
            .adding("Content-Security-Policy", policy)
            .adding("X-Frame-Options", "DENY")
            // Without scripts a form says where it comes from only if the page lets it: no-referrer makes it "null".
            .adding("Referrer-Policy", "same-origin")
    }

    private var policy: String {
        [
            "default-src 'none'", "style-src 'nonce-\(nonce)'", "script-src 'nonce-\(nonce)'", "connect-src 'self'",
            "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
        ].joined(separator: "; ")
    }

    private var text: String {
        let sections = fragments.all.map { "<section id=\"\($0.id)\">\n\($0.markup)\n</section>" }
        // What happens stands in one column, what is switched in the other.
        let columns = [sections.prefix(3), sections.dropFirst(3)].map { column in
            "<div class=\"column\">\n\(column.joined(separator: "\n"))\n</div>"
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Finesse sandbox</title>
            <style nonce="\(nonce)">\(Self.style)</style>
            </head>
            <body>
            <a class="skip" href="#sign-ins">To the sign-ins</a>
            <header><h1>Finesse sandbox</h1><p id="told" role="status" aria-live="polite"></p></header>
            <main>
            \(columns.joined(separator: "\n"))
            </main>
            <script nonce="\(nonce)">\(Self.script)</script>
            </body>
            </html>

            """
    }

    private static let style = """
        :root { --ground: #f4f6f8; --card: #fff; --ink: #1a2027; --soft: #566270; --line: #cdd5dd; --accent: #0b5cad;
          --good: #186a3b; --bad: #a3211b; --press: #e2ecf7; }
        @media (prefers-color-scheme: dark) { :root { --ground: #12161b; --card: #1b2129; --ink: #e6eaee; --soft: #a0acb8;
          --line: #36414d; --accent: #79b4f0; --good: #6fcf97; --bad: #ff8a80; --press: #24405c; } }
        * { box-sizing: border-box; }
        body { background: var(--ground); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; margin: 0; }
        header { align-items: baseline; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: .9rem 1.25rem 0; }
        h1 { font-size: 1.3rem; margin: 0; }
        h2 { font-size: 1.05rem; margin: 0 0 .6rem; }
        h3 { font-size: .95rem; margin: 1rem 0 .4rem; }
        #told { color: var(--soft); margin: 0; min-height: 1.45em; }
        main, .column { align-content: start; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
        main { padding: .75rem 1.25rem 2rem; }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1rem; }
        @media (min-width: 60rem) { main { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }
        .skip { left: -99rem; position: absolute; } .skip:focus { left: 1rem; top: .5rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid var(--line); padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top; }
        small { color: var(--soft); display: block; font-weight: 400; }
        summary small, li > small { display: inline; }
        .tag, .token { border: 1px solid currentColor; border-radius: 99px; display: inline-block; font-size: .8rem; padding: 0 .5rem; white-space: nowrap; }
        .token { border-radius: 4px; margin: 0 .2rem .2rem 0; } .used { color: var(--soft); text-decoration: line-through; }
        .good, .state-ready, .state-running, .state-talking, .state-active { color: var(--good); } .bad, .state-killed { color: var(--bad); }
        .time { font-variant-numeric: tabular-nums; margin: 0 0 .5rem; }
        form { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
        section > form { margin-top: .5rem; }
        button, select { background: transparent; border: 1px solid var(--line); border-radius: 6px; color: inherit; cursor: pointer;
          font: inherit; font-size: .875rem; min-height: 2rem; padding: .15rem .6rem; }
        td button { white-space: nowrap; } td form { margin: .2rem 0; } p.party { margin: .2rem 0; } .party small { display: inline; }
        select { background: var(--card); }
        button:hover { border-color: var(--accent); }
        button[aria-pressed=true] { background: var(--press); border-color: var(--accent); font-weight: 600; }
        button[aria-pressed=true]::before { content: "\\2713\\00a0"; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        code { font-size: .85rem; overflow-wrap: anywhere; } .plain { list-style: none; margin: 0; padding: 0; }
        form > .rows { flex: 1; } .rows li { align-items: center; border-bottom: 1px solid var(--line); display: flex; gap: .5rem;
          justify-content: space-between; padding: .35rem 0; } span.does { display: flex; gap: .4rem; }
        summary { cursor: pointer; } .ladder { border-top: 1px solid var(--line); padding: .4rem 0; }
        .lanes { color: var(--soft); display: grid; font-size: .75rem; grid-template-columns: repeat(4, 1fr); margin-top: .5rem; }
        .lanes span:not(:first-child) { text-align: center; } .lanes span:last-child { text-align: right; }
        .ladder ol { list-style: none; margin: .25rem 0 0; padding: 0; }
        .ladder li { border-left: 2px solid var(--line); padding: .1rem 0; }
        .ladder li summary { list-style: none; } .ladder li summary::-webkit-details-marker { display: none; }
        .arrow { border-bottom: 2px solid var(--accent); display: flex; gap: .5rem; justify-content: space-between; min-width: 8rem;
          padding: 0 .9rem 0 .5rem; position: relative; }
        .arrow::after { border: solid transparent; border-left: 9px solid var(--accent); border-width: 5px 0 5px 9px; bottom: -6px; content: "";
          position: absolute; right: -1px; }
        .arrow b { font-size: .8rem; font-weight: 500; overflow-wrap: anywhere; } .status { font-variant-numeric: tabular-nums; }
        .to-finesse .arrow { width: 40%; } .to-identityService .arrow { width: 68%; } .to-identityProvider .arrow { width: 100%; }
        .refused .arrow { border-color: var(--bad); } .refused .status { color: var(--bad); font-weight: 700; }
        .refused .arrow::after { border-left-color: var(--bad); }
        dl { display: grid; gap: .1rem .75rem; grid-template-columns: max-content 1fr; margin: .4rem 0 .6rem .75rem; }
        dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
        @media (max-width: 40rem) { main { padding: .75rem .6rem 2rem; } .to-finesse .arrow { width: 55%; } .to-identityService .arrow { width: 78%; } }
        """

    private static let script = #"""
        "use strict";
        (function () {
          var told = document.getElementById("told"), isPressed = false, waiting = {};
          function release() {
            var parts = waiting;
            waiting = {};
            Object.keys(parts).forEach(function (id) { show(id, parts[id]); });
          }
          function show(id, markup) {
            // What is being clicked stays where it is until it was.
            if (isPressed) { waiting[id] = markup; } else { swap(id, markup); }
          }
          document.addEventListener("pointerdown", function () { isPressed = true; });
          ["pointerup", "pointercancel"].forEach(function (name) {
            document.addEventListener(name, function () {
              isPressed = false;
              setTimeout(release, 50);
            });
          });
          document.addEventListener("focusout", function (event) {
            if (event.target.tagName === "SELECT") { setTimeout(release, 50); }
          });
          function swap(id, markup) {
            var section = document.getElementById(id);
            if (!section) { return; }
            var focused = section.contains(document.activeElement) ? document.activeElement.id : "";
            // A list that is being chosen from stays until the choice is made.
            if (focused && document.activeElement.tagName === "SELECT") { waiting[id] = markup; return; }
            var open = {}, chosen = {};
            section.querySelectorAll("select[id]").forEach(function (list) {
              if (list.selectedOptions[0] && !list.selectedOptions[0].defaultSelected) { chosen[list.id] = list.value; }
            });
            section.querySelectorAll("details[id]").forEach(function (part) { open[part.id] = part.open; });
            section.innerHTML = markup;
            section.querySelectorAll("details[id]").forEach(function (part) {
              if (part.id in open) { part.open = open[part.id]; }
            });
            Object.keys(chosen).forEach(function (id) {
              var list = document.getElementById(id);
              if (list) { list.value = chosen[id]; }
            });
            var next = focused && document.getElementById(focused);
            if (next) { next.focus({ preventScroll: true }); }
          }
          document.addEventListener("submit", function (event) {
            var form = event.target, button = event.submitter, fields = new URLSearchParams(new FormData(form));
            if (button && button.name) { fields.set(button.name, button.value); }
            event.preventDefault();
            fetch(form.getAttribute("action"), { method: "POST", body: fields, headers: { "Accept": "text/plain" } })
              .then(function (answer) { return answer.text(); })
              .then(function (text) { told.textContent = text; })
              .catch(function () { told.textContent = "The sandbox does not answer."; });
          });
          var events = new EventSource("/console/events");
          events.addEventListener("fragment", function (event) {
            var part = JSON.parse(event.data);
            show(part.id, part.markup);
          });
          events.addEventListener("error", function () { told.textContent = "The connection is gone; it is being tried again."; });
          events.addEventListener("open", function () { told.textContent = ""; });
        })();
        """#
}
