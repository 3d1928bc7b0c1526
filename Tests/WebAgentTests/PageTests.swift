import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

@Suite("Pages and what they want")
struct PageTests {
    private static let login = PageForm(
        id: "f",
        name: "",
        method: "post",
        action: "https://idp.org/login",
        enctype: "application/x-www-form-urlencoded",
        controls: [
            PageControl(
                name: "u",
                id: "",
                type: "text",
                label: "",
                role: .username,
                isFilled: false,
                isDisabled: false
            ),
            PageControl(
                name: "p",
                id: "",
                type: "password",
                label: "",
                role: .password,
                isFilled: false,
                isDisabled: false
            ),
        ]
    )

    /// A login page that posts what was filled in when it is clicked.
    private static let loginPage: ScriptedHosts.Script = { order, page in
        switch order {
        case .click, .submit:
            let address = page.url.hasPrefix("https") ? "https://idp.org/login" : "http://idp.org/login"
            await page.submit(to: address, body: "u=anna&p=hunter2hunter2", password: true, clicked: true)
        default: break
        }
        return PageReport(title: "Sign in", forms: [login])
    }

    @Test("goes on with a page that posts itself, without the Lax cookies of the other site")
    func postsItself() async throws {
        let pages = ScriptedHosts([
            "https://idp.org/page": { order, page in
                if case .open = order { await page.submit(to: "https://ids.com/acs", body: "SAMLResponse=x") }
                return PageReport()
            }
        ])
        let rig = Rig(
            [
                "GET https://ids.com/start": HTTPResponse(
                    status: 302,
                    fields: HTTPFields([
                        HTTPField("Location", "https://idp.org/page"),
                        HTTPField("Set-Cookie", "lax=1; Path=/; SameSite=Lax"),
                        HTTPField("Set-Cookie", "none=1; Path=/; SameSite=None; Secure"),
                    ])
                ),
                "GET https://idp.org/page": .html(), "POST https://ids.com/acs": .redirect(302, to: "/done"),
                "GET https://ids.com/done": .json("{}"),
            ],
            pages: pages
        )
        let page = try await rig.open("https://ids.com/start")
        #expect(page.url.href == "https://ids.com/done")
        #expect(rig.transport.requests[2].body == Array("SAMLResponse=x".utf8))
        #expect(rig.field("Cookie", of: 2) == "none=1")
        // The redirect after it is a safe navigation: Lax goes along again.
        #expect(rig.field("Cookie", of: 3) == "lax=1; none=1")
        let withheld = await rig.agent.recording.cookies.filter {
            if case .withheld = $0.decision { true } else { false }
        }
        #expect(withheld.map(\.name) == ["lax"])
        #expect(withheld.map(\.hop) == [3])
    }

    @Test("fills, clicks and follows; the page says what it asks for")
    func signsIn() async throws {
        let rig = Rig(
            ["GET https://idp.org/": .html(), "POST https://idp.org/login": .json("{}")],
            pages: ScriptedHosts(["https://idp.org/": Self.loginPage])
        )
        let page = try await rig.open("https://idp.org/")
        #expect(page.isDocument)
        #expect(page.asksForPassword)
        #expect(page.title == "Sign in")
        #expect(page.stop == .rested)
        #expect(try await rig.agent.fill(.role(.username), with: "anna") == .filled)
        #expect(try await rig.agent.fill(.role(.password), with: "hunter2hunter2") == .filled)
        let next = try await rig.agent.click(.selector("button")).page
        #expect(next?.isDocument == false)
        #expect(rig.transport.requests.last?.body == Array("u=anna&p=hunter2hunter2".utf8))
        #expect(rig.field("Sec-Fetch-User", of: 1) == "?1")
        #expect(rig.hosts.startedHosts == 1)
    }

    @Test("gives no password over http without permission, and says so")
    func keepsPasswordOffHTTP() async throws {
        let pages = ScriptedHosts(["http://idp.org/": Self.loginPage])
        let routes: [String: HTTPResponse] = ["GET http://idp.org/": .html(), "POST http://idp.org/login": .json("{}")]
        let rig = Rig(routes, pages: pages)
        _ = try await rig.open("http://idp.org/")
        let origin = try url("http://idp.org/").origin
        #expect(try await rig.agent.fill(.role(.password), with: "x") == .refused(.passwordOverHTTP(origin)))
        #expect(try await rig.agent.fill(.selector("#p"), with: "x") == .refused(.passwordOverHTTP(origin)))
        #expect(try await rig.agent.fill(.role(.username), with: "anna") == .filled)
        let stopped = try await rig.agent.click(.selector("button")).page
        #expect(stopped?.stop == .refused(.passwordOverHTTP(origin)))
        #expect(rig.asked == ["GET http://idp.org/"])

        let allowed = Rig(routes, pages: pages) { $0.allowsPasswordOverHTTP = true }
        _ = try await allowed.open("http://idp.org/")
        #expect(try await allowed.agent.fill(.role(.password), with: "x") == .filled)
        #expect(try await allowed.agent.click(.selector("button")).page?.status == 200)
    }

    @Test("gives a password only to origins that are allowed, at the page and at the form's target")
    func asksForOrigins() async throws {
        let routes: [String: HTTPResponse] = ["GET https://idp.org/": .html(), "GET https://evil.com/": .html()]
        let own = try url("https://idp.org/").origin
        let evil = try url("https://evil.com/").origin
        let pages = ScriptedHosts([
            "https://evil.com/": Self.loginPage,
            "https://idp.org/": { order, page in
                if case .click = order {
                    await page.submit(to: "https://evil.com/steal", password: true, clicked: true)
                }
                return PageReport(forms: [Self.login])
            },
        ])
        let rig = Rig(routes, pages: pages) { $0.passwordOrigins = .only([own]) }
        _ = try await rig.open("https://evil.com/")
        #expect(try await rig.agent.fill(.role(.password), with: "x") == .refused(.passwordOriginNotAllowed(evil)))
        _ = try await rig.open("https://idp.org/")
        #expect(try await rig.agent.fill(.role(.password), with: "x") == .filled)
        #expect(try await rig.agent.click(.selector("b")).page?.stop == .refused(.passwordOriginNotAllowed(evil)))
        #expect(!rig.asked.contains { $0.hasPrefix("POST") })
    }

    @Test("lets a script submit a password form only after it was filled and clicked")
    func guardsPasswordForms() async throws {
        let pages = ScriptedHosts([
            "https://idp.org/": { order, page in
                switch order {
                case .open: await page.submit(to: "https://idp.org/login", password: true)
                case .advance(let amount):
                    await page.submit(to: "https://idp.org/login", body: "late", password: true)
                    return PageReport(timeLeft: amount - 1)
                case .click: return PageReport(nextTimer: 1)
                default: break
                }
                return PageReport(forms: [Self.login])
            }
        ])
        let rig = Rig(["GET https://idp.org/": .html(), "POST https://idp.org/login": .json("{}")], pages: pages)
        let page = try await rig.open("https://idp.org/")
        guard case .refused(.passwordFormNotFilled) = page.stop else {
            Issue.record("not refused: \(page.stop)")
            return
        }
        _ = try await rig.agent.fill(.role(.password), with: "x")
        #expect(try await rig.agent.click(.selector("b")).page?.status == 200)
        #expect(rig.transport.requests.last?.body == Array("late".utf8))
    }

    @Test("sends no form of a secure page over http, and says why")
    func refusesInsecurePost() async throws {
        let pages = ScriptedHosts([
            "https://idp.org/": { order, page in
                if case .open = order { await page.submit(to: "http://ids.com/acs", body: "SAMLResponse=x") }
                return PageReport()
            }
        ])
        let rig = Rig(["GET https://idp.org/": .html(), "POST http://ids.com/acs": .json("{}")], pages: pages)
        guard case .refused(.insecurePost(_, let target)) = try await rig.open("https://idp.org/").stop else {
            Issue.record("not refused")
            return
        }
        #expect(target.host == "ids.com")
        #expect(rig.asked.count == 1)
    }

    @Test("ends pages that post themselves for ever")
    func endsPostLoops() async throws {
        let pages = ScriptedHosts([
            "https://a.com/": { order, page in
                if case .open = order { await page.submit(to: "https://a.com/", body: "again") }
                return PageReport()
            }
        ])
        let rig = Rig(["GET https://a.com/": .html(), "POST https://a.com/": .html()], pages: pages) {
            $0.maximumNavigations = 5
        }
        let error = try await rig.failure(opening: "https://a.com/")
        #expect(error.label == "too-many-navigations")
        #expect(rig.asked.count == 6)
    }

    @Test("runs timers in the page's time without waiting, up to its budget")
    func runsTimers() async throws {
        let pages = ScriptedHosts([
            "https://a.com/": { order, page in
                switch order {
                case .open: return PageReport(nextTimer: 3000)
                case .advance(let amount):
                    await page.go(to: "https://a.com/next")
                    return PageReport(timeLeft: amount - 3000)
                default: return PageReport()
                }
            },
            "https://a.com/slow": { order, _ in
                if case .open = order { PageReport(nextTimer: 4001) } else { PageReport() }
            },
        ])
        let rig = Rig(
            ["GET https://a.com/": .html(), "GET https://a.com/slow": .html(), "GET https://a.com/next": .json("{}")],
            pages: pages
        )
        #expect(try await rig.open("https://a.com/").url.path == "/next")
        #expect(rig.world.sleeps.isEmpty)
        #expect(try await rig.open("https://a.com/slow").stop == .rested)

        let slow = Rig(["GET https://a.com/": .html(), "GET https://a.com/next": .json("{}")], pages: pages) {
            $0.pageTimeIsReal = true
        }
        _ = try await slow.open("https://a.com/")
        #expect(slow.world.sleeps == [.seconds(3)])
    }

    @Test("comes to an end with a page whose timers let no time pass")
    func endsBusyTimers() async throws {
        let pages = ScriptedHosts([
            "https://a.com/": { order, _ in
                if case .advance(let amount) = order {
                    PageReport(nextTimer: 0, timeLeft: amount)
                } else {
                    PageReport(nextTimer: 0)
                }
            }
        ])
        let rig = Rig(["GET https://a.com/": .html()], pages: pages) { $0.pageTime = .milliseconds(50) }
        #expect(try await rig.open("https://a.com/").stop == .rested)
    }

    @Test("leaves a Refresh alone on a page where a person would be typing")
    func leavesTypingAlone() async throws {
        let pages = ScriptedHosts([
            "https://a.com/": { order, page in
                if case .open = order { await page.wish(.refresh(milliseconds: 5000, url: "https://a.com/expired")) }
                return PageReport(forms: [Self.login])
            }
        ])
        let rig = Rig(["GET https://a.com/": .html()], pages: pages)
        #expect(try await rig.open("https://a.com/").stop == .refused(.refreshTooLate(seconds: 5)))
    }

    @Test("follows a clicked link for another window in its own, and no other")
    func handlesWindows() async throws {
        let pages = ScriptedHosts([
            "https://a.com/": { order, page in
                switch order {
                case .open: await page.go(to: "https://a.com/popup", target: "popup")
                case .click: await page.go(to: "https://a.com/next", clicked: true, target: "_blank")
                default: break
                }
                return PageReport()
            }
        ])
        let rig = Rig(["GET https://a.com/": .html(), "GET https://a.com/next": .json("{}")], pages: pages)
        #expect(try await rig.open("https://a.com/").stop == .refused(.otherWindow(name: "popup")))
        #expect(try await rig.agent.click(.selector("a")).page?.url.path == "/next")
        #expect(rig.asked.count == 2)
    }

    @Test("says no where there is no page, no element or a bound is reached")
    func refusesActions() async throws {
        let pages = ScriptedHosts([
            "https://a.com/": { order, page in
                switch order {
                case .open:
                    await page.wish(.scriptError(ScriptFailure(kind: .timeLimit, message: "", source: "", line: 0)))
                    return PageReport()
                case .click(let target): return PageReport(outcome: .refused(.notFound(target)))
                case .evaluate: return PageReport(value: "42")
                default: return PageReport()
                }
            }
        ])
        let rig = Rig(["GET https://a.com/": .html()], pages: pages)
        #expect(try await rig.agent.click(.selector("b")).refusal == .noPage)
        #expect(try await rig.open("https://a.com/").stop == .scriptsEnded(.timeLimit))
        #expect(try await rig.agent.click(.selector("b")).refusal == .page(.notFound(.selector("b"))))
        #expect(try await rig.agent.evaluate("6*7") == .value("42"))
        await rig.agent.close()
        #expect(try await rig.agent.submit(.selector("b")).refusal == .noPage)
    }

    @Test(
        "shows HTML as a page, and leaves all else as it came",
        arguments: [
            (nil, " \n<!doctype html><p>", true), (nil, "<html>", true), (nil, "{\"a\":1}", false),
            (nil, "<xml>", false),
            ("text/html;charset=x", "", true), ("application/xhtml+xml", "<html/>", true), ("*/*", "<body>", true),
            ("text/plain", "<html>", false), ("application/json", "<html>", false),
        ] as [(String?, String, Bool)]
    )
    func choosesDocuments(type: String?, body: String, isDocument: Bool) async throws {
        let fields = HTTPFields(type.map { [HTTPField("Content-Type", $0)] } ?? [])
        let rig = Rig(["GET https://a.com/": HTTPResponse(status: 200, fields: fields, body: Array(body.utf8))])
        #expect(try await rig.open("https://a.com/").isDocument == isDocument)
    }

    @Test("loads a page again as the user's own request")
    func reloads() async throws {
        let pages = ScriptedHosts([
            "https://idp.org/": { order, page in
                if case .open = order { await page.go(to: "https://a.com/x") }
                return PageReport()
            }
        ])
        let rig = Rig(["GET https://idp.org/": .html(), "GET https://a.com/x": .html()], pages: pages)
        #expect(try await rig.agent.reload()?.status == nil)
        await rig.agent.setCookie("strict=1; SameSite=Strict", from: try url("https://a.com/"))
        _ = try await rig.open("https://idp.org/")
        #expect(rig.field("Cookie", of: 1) == nil)
        #expect(try await rig.agent.reload()?.url.path == "/x")
        #expect(rig.field("Cookie", of: 2) == "strict=1")
    }

    @Test("ends with a clear error where a host dies or babbles, and works again afterwards", arguments: [true, false])
    func survivesHosts(dies: Bool) async throws {
        let pages = ScriptedHosts([
            "https://bad.com/": { _, page in
                if dies { await page.die() } else { await page.babble() }
                return PageReport()
            }
        ])
        let rig = Rig(["GET https://bad.com/": .html(), "GET https://a.com/": .html()], pages: pages)
        let error = try await rig.failure(opening: "https://bad.com/?t=tops3cret")
        #expect(error.label == "page-host")
        #expect("\(error)".contains("bad.com"))
        #expect(!"\(error)".contains("tops3cret"))
        #expect(try await rig.open("https://a.com/").isDocument)
        #expect(rig.hosts.startedHosts == 2)
    }
}
