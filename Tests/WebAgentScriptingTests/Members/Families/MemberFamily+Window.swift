extension MemberFamily {
    static let window = MemberFamily(
        "the window",
        #"""
        [Window] window
        window: window === globalThis
        self: self === globalThis
        frames: frames === globalThis
        parent: parent === globalThis
        top: top === globalThis
        document: document.nodeType === 9
        location: location.href === document.URL
        history: history instanceof History
        navigator: navigator instanceof Navigator
        clientInformation: clientInformation === navigator
        screen: screen instanceof Screen
        performance: performance instanceof Performance
        crypto: crypto.getRandomValues(new Uint8Array(2)).length === 2
        localStorage: (localStorage.setItem('k', 'l'), localStorage.getItem('k') === 'l') && (localStorage.clear(), true)
        sessionStorage: (sessionStorage.k = 's', sessionStorage.getItem('k') === 's') && (sessionStorage.clear(), true)
        CSS: CSS.escape('a b') === 'a\\ b'
        visualViewport: visualViewport instanceof VisualViewport
        getSelection: getSelection() === document.getSelection() && getSelection() instanceof Selection
        name: (name = 5, name === '5') && (name = '', true)
        length: length === 0 && (box.append(make('iframe')), length === 1)
        origin: origin === 'https://idp.example.test'
        isSecureContext: isSecureContext === true
        event: { let got; box.onclick = given => { got = event === given; }; box.click(); return got && event === undefined; }
        atob: atob('aMOp') === 'h\xc3\xa9'
        btoa: btoa('h\xc3\xa9') === 'aMOp'
        structuredClone: { const value = {a: [1, new Date(5)]}, copy = structuredClone(value); return copy.a !== value.a && copy.a[1].getTime() === 5; }
        getComputedStyle: getComputedStyle(box).display === 'block' && (box.hidden = true, getComputedStyle(box).display === 'none')
        matchMedia: matchMedia('(min-width: 1000px)').matches && !matchMedia('print').matches
        setTimeout: new Promise(done => { setTimeout((a, b) => { done(a + b === 3); }, 5, 1, 2); })
        setInterval: new Promise(done => { let n = 0; const id = setInterval(() => { n += 1; if (n === 3) { clearInterval(id); done(true); } }, 5); })
        clearTimeout: new Promise(done => { clearTimeout(setTimeout(() => { done(false); }, 1)); setTimeout(() => { done(true); }, 5); })
        clearInterval: new Promise(done => { clearInterval(setInterval(() => { done(false); }, 1)); setTimeout(() => { done(true); }, 5); })
        requestAnimationFrame: new Promise(done => { requestAnimationFrame(time => { done(time >= 0); }); })
        cancelAnimationFrame: new Promise(done => { cancelAnimationFrame(requestAnimationFrame(() => { done(false); })); setTimeout(() => { done(true); }, 50); })
        requestIdleCallback: new Promise(done => { requestIdleCallback(deadline => { done(deadline.timeRemaining() > 0); }); })
        cancelIdleCallback: new Promise(done => { cancelIdleCallback(requestIdleCallback(() => { done(false); })); setTimeout(() => { done(true); }, 50); })
        queueMicrotask: new Promise(done => { let now = true; queueMicrotask(() => { done(!now); }); now = false; })
        reportError: { let got; addEventListener('error', event => { got = event.error; }, {once: true}); const thrown = new Error('x'); reportError(thrown); return got === thrown; }
        alert: alert('x') === undefined
        confirm: confirm('x') === false
        prompt: prompt('x') === null
        own open: open('/q', '_blank') === null
        postMessage: new Promise(done => { addEventListener('message', event => { done(event.data === 5 && event.source === window && event.origin === origin); }); postMessage(5, '*'); })
        fetch: fetch('/nope').then(() => false, error => error instanceof TypeError)
        Image: new Image(3).width === 3 && new Image() instanceof HTMLImageElement
        Option: new Option('t', 'v').value === 'v' && new Option('t', 'v', true, true).selected
        WebKitMutationObserver: WebKitMutationObserver === MutationObserver
        [Location] location
        href: e.href === 'https://idp.example.test/login?a=1'
        protocol: e.protocol === 'https:'
        host: e.host === 'idp.example.test'
        hostname: e.hostname === 'idp.example.test'
        port: e.port === ''
        pathname: e.pathname === '/login'
        search: e.search === '?a=1'
        own hash: e.hash === '' && (e.hash = 'x', e.href === 'https://idp.example.test/login?a=1#x')
        origin: e.origin === 'https://idp.example.test'
        toString: String(e) === 'https://idp.example.test/login?a=1'
        own assign: (e.assign('#y'), e.hash === '#y')
        own replace: (e.replace('#y'), e.hash === '#y')
        own reload: e.reload() === undefined
        [History] history
        length: e.length === 1
        own state: e.state === null && (e.pushState({a: 1}, ''), e.state.a === 1)
        own pushState: (e.pushState(5, '', '/q'), location.pathname === '/q' && e.length === 2)
        own replaceState: (e.replaceState(5, '', '/q'), location.pathname === '/q' && e.length === 1 && e.state === 5)
        own go: e.go(0) === undefined
        [Navigator] navigator
        userAgent: e.userAgent === 'TestAgent/1.0'
        appVersion: e.appVersion === '1.0'
        platform: e.platform.length > 0
        language: e.language === 'en-US'
        languages: e.languages[0] === 'en-US' && Object.isFrozen(e.languages)
        sendBeacon: e.sendBeacon('/b', 'x') === true
        [Screen] screen
        [Performance] performance
        timeOrigin: e.timeOrigin > 1e12
        own now: new Promise(done => { const start = e.now(); setTimeout(() => { done(e.now() >= start + 40); }, 40); })
        toJSON: e.toJSON().timeOrigin === e.timeOrigin
        [MediaQueryList] matchMedia('(max-width: 2000px)')
        media: e.media === '(max-width: 2000px)'
        matches: e.matches === true && matchMedia('(max-width: 20px)').matches === false
        addListener: { let got = 0; e.addListener(() => { got += 1; }); e.dispatchEvent(new Event('change')); return got === 1; }
        removeListener: { let got = 0; const f = () => { got += 1; }; e.addListener(f); e.removeListener(f); e.dispatchEvent(new Event('change')); return got === 0; }
        [console]
        log: console.log('x') === undefined
        debug: console.debug('x') === undefined
        info: console.info('x') === undefined
        warn: console.warn('x') === undefined
        error: console.error('x') === undefined
        trace: console.trace('x') === undefined
        dir: console.dir('x') === undefined
        table: console.table('x') === undefined
        group: console.group('x') === undefined
        groupCollapsed: console.groupCollapsed('x') === undefined
        assert: console.assert(true, 'x') === undefined
        """#
    )
}
