extension MemberFamily {
    static let platform = MemberFamily(
        "addresses, text, random bytes and storage",
        #"""
        [URL] new URL('../x?y=1#z', 'https://ann:pw@h.test:8443/a/b')
        href: e.href === 'https://ann:pw@h.test:8443/x?y=1#z' && (e.href = 'https://i.test', e.host === 'i.test')
        protocol: e.protocol === 'https:' && (e.protocol = 'http', e.href.startsWith('http://ann'))
        username: e.username === 'ann' && (e.username = 'bob', e.href.includes('//bob:'))
        password: e.password === 'pw' && (e.password = 'q', e.href.includes(':q@'))
        host: e.host === 'h.test:8443' && (e.host = 'i.test:1', e.href.includes('@i.test:1/'))
        hostname: e.hostname === 'h.test' && (e.hostname = 'i.test', e.href.includes('@i.test:8443/'))
        port: e.port === '8443' && (e.port = 1, e.href.includes('@h.test:1/'))
        pathname: e.pathname === '/x' && (e.pathname = 'q', e.href.includes(':8443/q?'))
        search: e.search === '?y=1' && (e.search = 'q', e.href.endsWith('/x?q#z'))
        hash: e.hash === '#z' && (e.hash = 'q', e.href.endsWith('?y=1#q'))
        origin: e.origin === 'https://h.test:8443'
        searchParams: e.searchParams.get('y') === '1' && (e.searchParams.append('a', '&'), e.search === '?y=1&a=%26') && e.searchParams === e.searchParams
        toString: String(e) === 'https://ann:pw@h.test:8443/x?y=1#z'
        toJSON: JSON.stringify({e}).includes('https://ann:pw@h.test:8443/x')
        static canParse: URL.canParse('/x', 'https://h.test') === true && URL.canParse('/x') === false
        static parse: URL.parse('/x', 'https://h.test').pathname === '/x' && URL.parse('/x') === null
        [URLSearchParams] new URLSearchParams('?b=2&a=1&a=+%26')
        size: e.size === 3
        append: (e.append('c', 3), e.toString() === 'b=2&a=1&a=+%26&c=3')
        delete: (e.delete('a', '1'), e.delete('b'), e.toString() === 'a=+%26')
        get: e.get('a') === '1' && e.get('x') === null
        getAll: e.getAll('a').join('|') === '1| &'
        has: e.has('a') && e.has('a', '1') && !e.has('a', '2') && !e.has('x')
        set: (e.set('a', 'x'), e.set('n', 1), e.toString() === 'b=2&a=x&n=1')
        sort: (e.sort(), e.toString() === 'a=1&a=+%26&b=2')
        forEach: { const seen = []; e.forEach((value, name) => { seen.push(name + value); }); return seen.join() === 'b2,a1,a &'; }
        keys: [...e.keys()].join() === 'b,a,a'
        values: [...e.values()].join() === '2,1, &'
        entries: [...e.entries()].join('|') === 'b,2|a,1|a, &'
        Symbol.iterator: [...e].length === 3 && [...e][0].join() === 'b,2'
        toString: String(e) === 'b=2&a=1&a=+%26'
        [TextEncoder] new TextEncoder()
        encoding: e.encoding === 'utf-8'
        encode: [...e.encode('h\u00e9')].join() === '104,195,169'
        encodeInto: { const bytes = new Uint8Array(2), told = e.encodeInto('h\u00e9', bytes); return told.read === 1 && told.written === 1 && bytes.join() === '104,0'; }
        [TextDecoder] new TextDecoder('latin1', {fatal: true, ignoreBOM: true})
        encoding: e.encoding === 'windows-1252' && new TextDecoder().encoding === 'utf-8'
        fatal: e.fatal === true && new TextDecoder().fatal === false
        ignoreBOM: e.ignoreBOM === true && new TextDecoder().ignoreBOM === false
        decode: e.decode(new Uint8Array([0xe9])) === '\u00e9' && new TextDecoder().decode(new Uint8Array([0xc3, 0xa9]).buffer) === '\u00e9'
        [Crypto] crypto
        getRandomValues: [...e.getRandomValues(new Uint8Array(3))].join() === '7,7,7' && (() => { try { e.getRandomValues(new Uint8Array(65537)); } catch (error) { return error.name === 'QuotaExceededError'; } })()
        randomUUID: e.randomUUID() === '07070707-0707-4707-8707-070707070707'
        [Storage] (localStorage.clear(), localStorage.setItem('a', '1'), localStorage)
        length: e.length === 1 && (e.clear(), e.length === 0)
        key: e.key(0) === 'a' && e.key(1) === null
        getItem: e.getItem('a') === '1' && e.getItem('x') === null && e.a === '1'
        setItem: (e.setItem('b', 2), e.b === '2' && Object.keys(e).join() === 'a,b')
        removeItem: (e.removeItem('a'), e.length === 0 && e.a === undefined)
        clear: (e.clear(), e.length === 0)
        [DOMException] new DOMException('text', 'NotFoundError')
        name: e.name === 'NotFoundError' && new DOMException().name === 'Error'
        code: e.code === 8 && new DOMException().code === 0
        @constants INDEX_SIZE_ERR=1 HIERARCHY_REQUEST_ERR=3 WRONG_DOCUMENT_ERR=4 INVALID_CHARACTER_ERR=5 NO_MODIFICATION_ALLOWED_ERR=7
        @constants NOT_FOUND_ERR=8 NOT_SUPPORTED_ERR=9 INUSE_ATTRIBUTE_ERR=10 INVALID_STATE_ERR=11 SYNTAX_ERR=12 INVALID_MODIFICATION_ERR=13
        @constants NAMESPACE_ERR=14 INVALID_ACCESS_ERR=15 SECURITY_ERR=18 NETWORK_ERR=19 ABORT_ERR=20 URL_MISMATCH_ERR=21
        @constants QUOTA_EXCEEDED_ERR=22 TIMEOUT_ERR=23 INVALID_NODE_TYPE_ERR=24 DATA_CLONE_ERR=25
        """#
    )
}
