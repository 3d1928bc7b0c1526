import Foundation
import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

/// The file as Debian's package has it, which nobody here has changed.
private enum JQuery {
    static let path = "/usr/share/javascript/jquery/jquery.min.js"
    static let source = FileManager.default.contents(atPath: path)
}

/// A script on the page of ``JQueryTests``, and the JSON of what it puts into `result`.
struct JQueryCase: Sendable, CustomTestStringConvertible {
    let rule: String
    let script: String
    let value: String

    init(_ rule: String, _ script: String, _ value: String) {
        self.rule = rule
        self.script = script
        self.value = value
    }

    var testDescription: String { rule }
}

@Suite(
    "A page with jQuery",
    .enabled(if: JQuery.source != nil, "\(JQuery.path) is not there: the package libjs-jquery has it"),
    .timeLimit(.minutes(5))
)
struct JQueryTests {
    private static let page = """
        <!DOCTYPE html><html><head><title>Sign in</title><script src="/jquery.min.js"></script></head><body>
        <form id="login" action="/login" method="post"><input id="user" name="user" value="ann"><input id="secret" name="secret" type="password">
        <input type="checkbox" name="keep" id="keep" checked><select name="realm"><option value="a">A<option value="b" selected>B</select>
        <button id="go" name="go" value="1">Sign in</button></form>
        <ul id="list"><li class="item first">one</li><li class="item">two</li></ul><div id="box" style="display: none"><b>x</b></div>
        <script>var result = null; SCRIPT</script></body></html>
        """

    private static let json: HTTPFields = ["Content-Type": "application/json"]

    private func server(_ script: String) -> ScriptedTransport {
        ScriptedTransport { (request) throws(TransportError) in
            let path = String(request.target.prefix { $0 != "?" })
            let cookie = request.fields.text(named: "Cookie") ?? ""
            let body = String(decoding: request.body ?? [], as: UTF8.self)
            switch "\(request.method) \(path)" {
            case "GET /":
                return .html(
                    Self.page.replacing("SCRIPT", with: script),
                    fields: ["Set-Cookie": "sid=1; Secure; HttpOnly"]
                )
            case "GET /jquery.min.js":
                return HTTPResponse(
                    status: 200,
                    fields: ["Content-Type": "text/javascript"],
                    body: Array(JQuery.source ?? Data())
                )
            case "GET /data", "POST /data":
                let ajax = request.fields.text(named: "X-Requested-With") ?? ""
                return .json(
                    #"{"target":"\#(request.target)","cookie":"\#(cookie)","body":"\#(body)","ajax":"\#(ajax)"}"#,
                    cookies: "seen=2; Secure"
                )
            case "GET /part": return .html("<p id=part>part</p><script>window.ran = 1</script>")
            case "GET /more.js":
                return HTTPResponse(
                    status: 200,
                    fields: ["Content-Type": "text/javascript"],
                    body: Array("var more = 5".utf8)
                )
            case "POST /login", "POST /other": return .json(#"{"posted":true}"#)
            default: return .json(#"{"why":"none"}"#, status: 404)
            }
        }
    }

    private func agent(_ transport: ScriptedTransport) -> WebAgent {
        WebAgent(
            transport: transport,
            pageHosts: InProcessPageHosts(),
            configuration: WebAgentConfiguration(),
            suffixes: suffixes,
            environment: ManualWorld().environment
        )
    }

    private func troubles(of agent: WebAgent) async -> [String] {
        await agent.recording.entries.compactMap { entry in
            switch entry {
            case .missingInterface(let name): name
            case .scriptError(_, let message, _, let line): "\(message) \(line)"
            default: nil
            }
        }
    }

    static let cases: [JQueryCase] = [
        JQueryCase(
            "finds elements by its selectors and walks from them",
            """
            result = [$('#login input').length, $('input:checked').attr('id'), $('li.item:first').text(), $('li').eq(1).text(),
              $('b').closest('div').attr('id'), $('#list').find('li').filter('.first').length, $('li:contains(two)').prev().text(),
              $('#user').siblings('select').val(), $('#list').children().last().text(), $(':input').length, $('li').not('.first').length,
              $('#login').has('#keep').length, $('option:selected').text(), $('[name^=us]').is('input'), $('ul, form').length]
            """,
            #"[3,"keep","one","two","box",1,"one","b","two",5,1,1,"B",true,2]"#
        ),
        JQueryCase(
            "calls what waits for the document, in a task of its own",
            """
            result = []; $(document).ready(function () { result.push('ready ' + document.readyState); }); $(function ($) { result.push(typeof $); });
            $(window).on('load', function () { result.push('load'); $(function () { result.push('late'); }); }); result.push('now')
            """,
            #"["now","load","ready complete","function","late"]"#
        ),
        JQueryCase(
            "handles events, delegated, once, by name space, with data",
            """
            result = []; $('#list').on('click', 'li', function (e) { result.push(this.className + e.type + (e.target === this)); });
            $('li').eq(0).click(); $('#list').append('<li class=new>'); $('.new').trigger('click'); $('#list').off('click', 'li'); $('li').click();
            $('#box').one('a.n', {k: 1}, function (e, x) { result.push(x + e.data.k); }).trigger('a', [5]).trigger('a', [6]);
            $('#box').on('b', {k: 1}, function (e) { result.push(e.data.k); return false; }); var e = $.Event('b'); $('#box').trigger(e);
            result.push(e.isDefaultPrevented()); $('#box').on('c.x c.y', function () { result.push('c'); }).off('.x').trigger('c');
            $('#user').on('focus', function () { result.push('f'); }).trigger('focus'); $('#user').on('keydown', function (e) { result.push(e.which); })
              .trigger($.Event('keydown', {which: 13})); $('li').on('mouseenter', function () { result.push('m'); }).eq(0).trigger('mouseenter')
            """,
            #"["item firstclicktrue","newclicktrue",6,1,true,"c","f",13,"m"]"#
        ),
        JQueryCase(
            "reads and sets values, attributes, properties, classes and data",
            """
            result = [$('#user').val(), $('#user').val('bob').val(), $('select').val('a').val(), $('#keep').prop('checked'),
              $('#keep').prop('checked', false).is(':checked'), $('#user').attr('title', 't').attr('title'), $('#user').removeAttr('title').attr('title') === undefined,
              $('li').addClass('n').first().hasClass('n'), $('li').toggleClass('n').hasClass('n'), $('#box').data('k', {a: 1}).data('k').a,
              $('<i data-a-b="5">').data('aB'), $('#box').attr({id: 'c', lang: 'de'}).attr('lang'), $('#go').prop('disabled', true).is(':disabled')]
            """,
            #"["ann","bob","a",true,false,"t",true,true,false,1,5,"de",true]"#
        ),
        JQueryCase(
            "makes, moves and takes away content, and runs the scripts in it",
            """
            result = []; var box = $('#box').html('<p>a</p>').append('<p>b</p>').prepend($('<p>', {text: '<', 'class': 'k'}));
            result.push(box.html()); box.find('p').first().before('0').after('1').replaceWith('<u>r</u>'); result.push(box.html());
            $('u').wrap('<i/>').parent().wrapAll('<em/>'); result.push($('em').html()); $('u').unwrap().remove(); result.push(box.text());
            result.push($('li').clone().appendTo(box).length); box.empty(); result.push(box.children().length);
            box.html('<script>window.ran = 7<' + '/script>'); result.push(window.ran); $('#list').detach().insertBefore('#login'); result.push($('#list').next().attr('id'))
            """,
            ##"["<p class=\"k\">&lt;</p><p>a</p><p>b</p>","0<u>r</u>1<p>a</p><p>b</p>","<i><u>r</u></i>","01ab",2,0,7,"login"]"##
        ),
        JQueryCase(
            "writes forms and objects as a body",
            """
            $('#user').val('a b&c'); result = [$('#login').serialize(), $('#login').serializeArray().length, $.param({a: [1, 2], b: {c: 'd'}})]
            """,
            #"["user=a%20b%26c&secret=&keep=on&realm=b",4,"a%5B%5D=1&a%5B%5D=2&b%5Bc%5D=d"]"#
        ),
        JQueryCase(
            "sends requests with cookies and tells how they ended",
            """
            result = {}; $.get('/data', {q: 'a b'}, function (d, s, x) { result.get = [d.target, d.cookie, d.ajax, s, x.status]; })
            .then(function () { return $.post('/data', {a: 1}); }).then(function (d) { result.post = [d.body, d.cookie, document.cookie];
              return $.ajax({url: '/data', type: 'POST', data: JSON.stringify({b: 2}).replace(/"/g, "'"), contentType: 'application/json', dataType: 'json'}); })
            .then(function (d) { result.ajax = d.body; return $.getScript('/more.js'); }).then(function () { result.more = more; return $.ajax('/none'); })
            .fail(function (x, s, e) { result.fail = [x.status, s, e, x.responseJSON.why]; }).always(function () { result.active = $.active; })
            """,
            ##"{"get":["/data?q=a%20b","sid=1","XMLHttpRequest","success",200],"post":["a=1","sid=1; seen=2","seen=2"],"ajax":"{'b':2}","more":5,"fail":[404,"error","Not Found","none"],"active":0}"##
        ),
        JQueryCase(
            "loads a part of a page into an element",
            "$('#box').load('/part', function (t, s) { result = [s, $('#part').text(), window.ran]; })",
            #"["success","part",1]"#
        ),
        JQueryCase(
            "asks synchronously, and tells listeners of each request",
            """
            result = []; $(document).on('ajaxSend ajaxSuccess ajaxComplete', function (e) { result.push(e.type); });
            result.push($.ajax({url: '/data', async: false}).responseJSON.cookie)
            """,
            #"["ajaxSend","ajaxSuccess","ajaxComplete","sid=1"]"#
        ),
        JQueryCase(
            "shows, hides and styles",
            """
            var b = $('#box'); result = [b.is(':visible'), b.show().is(':visible'), b.css('display'), b.hide().is(':hidden'), b.css('display'),
              b.toggle().is(':visible'), b.css('color', 'red').css('color'), b.css({top: 1, 'margin-left': '2px'})[0].style.marginLeft,
              b[0].style.top, $('#user').is(':visible'), b.css('opacity', 0.5)[0].style.opacity, b.width() > 0, b.offset().top, $(window).width() > 0]
            """,
            #"[false,true,"block",true,"none",true,"red","2px","1px",true,"0.5",true,0,true]"#
        ),
        JQueryCase(
            "keeps promises",
            """
            result = []; var d = $.Deferred(); d.done(function (x) { result.push('done' + x); }).progress(function (x) { result.push('p' + x); });
            d.notify(1); d.resolve(2); $.when(d, $.Deferred().resolve(3)).then(function (a, b) { result.push(a + b); return $.Deferred().reject('no'); })
            .then(null, function (why) { result.push(why); return 'ok'; }).then(function (x) { result.push(x); throw new Error('e'); }).catch(function (e) { result.push(e.message); });
            setTimeout(function () { result.push('timer'); }, 50)
            """,
            #"["p1","done2",5,"no","ok","e","timer"]"#
        ),
        JQueryCase(
            "animates, at once and over time",
            """
            result = []; $('#box').fadeIn(0, function () { result.push($(this).is(':visible')); }).animate({opacity: 0.25}, 0, function () {
              result.push(this.style.opacity); }); $('#list').slideUp(0, function () { result.push($(this).is(':hidden')); });
            $('#login').fadeOut(400, function () { result.push($(this).css('display')); }).promise().done(function () { result.push('end'); })
            """,
            #"[true,"0.25",true,"none","end"]"#
        ),
        JQueryCase(
            "has its tools",
            """
            var seen = []; $.each({a: 1, b: 2}, function (k, v) { seen.push(k + v); }); result = [seen, $.map([1, 2], function (x) { return x * 2; }),
              $.extend(true, {a: {b: 1}}, {a: {c: 2}}), $.trim(' x '), $.inArray(2, [1, 2]), $.isPlainObject({}), $.type(new Date()), $.grep([1, 2, 3], function (x) { return x > 1; }),
              $.parseHTML('<p>a</p>b').length, $.parseJSON('{"a":1}').a, $.isEmptyObject({}), $.contains(document.body, $('#user')[0]), $.escapeSelector('#a')]
            """,
            ##"[["a1","b2"],[2,4],{"a":{"b":1,"c":2}},"x",1,true,"date",[2,3],2,1,true,true,"\\#a"]"##
        ),
    ]

    @Test("drives it", arguments: cases)
    func drives(_ row: JQueryCase) async throws {
        let agent = agent(server(row.script))
        _ = try await agent.open(try url("https://idp.org/"))
        guard case .value(let value) = try await agent.evaluate("result") else {
            Issue.record("no value")
            return
        }
        #expect(value == row.value)
        #expect(await troubles(of: agent) == [])
    }

    static let submissions: [(script: String, expected: [String])] = [
        (
            "$('#login').on('submit', function () { $('#secret').val('by handler'); }).submit()",
            ["POST /login user=ann&secret=by+handler&keep=on&realm=b"]
        ),
        ("$('#login').on('submit', function (e) { e.preventDefault(); }).submit()", []),
        ("$('#go').click()", ["POST /login user=ann&secret=&keep=on&realm=b&go=1"]),
        ("$(document).on('submit', 'form', function () { return false; }); $('#go').trigger('click')", []),
        (
            "$('#login').attr('action', '/other').find('[name=user]').remove().end().trigger('submit')",
            ["POST /other secret=&keep=on&realm=b"]
        ),
    ]

    @Test("submits its form as a browser does", arguments: submissions)
    func submits(script: String, expected: [String]) async throws {
        // A password field that nobody filled keeps the agent from going on by itself; here it is a plain one.
        let transport = server("$('#secret').attr('type', 'text'); " + script)
        let agent = agent(transport)
        _ = try await agent.open(try url("https://idp.org/"))
        let posts = transport.requests.filter { $0.method == "POST" }
        #expect(posts.map { "\($0.method) \($0.target) \(String(decoding: $0.body ?? [], as: UTF8.self))" } == expected)
        #expect(await troubles(of: agent) == [])
    }

    @Test("signs in where the button's handler checks the form and sends it itself")
    func signsIn() async throws {
        let transport = server(
            """
            $(function () { $('#go').on('click', function (e) { e.preventDefault();
              if (!$('#user').val() || !$('#secret').val()) { $('#box').text('Fill in both.').show(); return; }
              $.post('/data', $('#login').serialize()).done(function (d) { if (d.ajax) $('#login').off().trigger('submit'); }); }); })
            """
        )
        let agent = agent(transport)
        let page = try await agent.open(try url("https://idp.org/"))
        #expect(page.asksForPassword)
        _ = try await agent.click(.selector("#go"))
        #expect(try await agent.evaluate("$('#box:visible').text()") == .value("\"Fill in both.\""))
        _ = try await agent.fill(.role(.username), with: "bob")
        _ = try await agent.fill(.role(.password), with: "pw")
        let done = try await agent.click(.selector("#go")).page
        #expect(done?.body == Array(#"{"posted":true}"#.utf8))
        let last = transport.requests.last
        #expect(String(decoding: last?.body ?? [], as: UTF8.self) == "user=bob&secret=pw&keep=on&realm=b")
        #expect(last?.fields.text(named: "Cookie") == "sid=1; seen=2")
        #expect(await troubles(of: agent) == [])
    }
}
