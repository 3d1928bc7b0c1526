extension MemberFamily {
    private static let body = #"""
        bodyUsed: e.bodyUsed === false && (e.text(), e.bodyUsed === true)
        text: e.text().then(text => text === '{"a":"é"}')
        json: e.json().then(value => value.a === 'é')
        arrayBuffer: e.arrayBuffer().then(buffer => buffer.byteLength === 10)
        blob: e.blob().then(blob => blob.size === 10 && blob.type === 'text/plain;charset=utf-8')
        """#

    static let network = MemberFamily(
        "requests by script",
        """
        [Blob] new Blob(['h\\u00e9', new Uint8Array([33])], {type: 'Text/Plain'})
        size: e.size === 4
        type: e.type === 'text/plain'
        slice: e.slice(1, 3, 'x/y').size === 2 && e.slice(1, 3, 'x/y').type === 'x/y'
        text: e.text().then(text => text === 'h\\u00e9!')
        arrayBuffer: e.arrayBuffer().then(buffer => new Uint8Array(buffer)[3] === 33)
        [File] new File(['x'], 'x.txt', {lastModified: 5})
        name: e.name === 'x.txt'
        lastModified: e.lastModified === 5
        [FormData] (() => { const data = new FormData(); data.append('a', 1); data.append('b', new Blob(['x']), 'x.txt'); data.append('a', 2); return data; })()
        append: (e.append('c', 3), e.get('c') === '3')
        delete: (e.delete('a'), e.get('a') === null && e.has('b'))
        get: e.get('a') === '1' && e.get('b').name === 'x.txt' && e.get('x') === null
        getAll: e.getAll('a').join() === '1,2'
        has: e.has('a') && !e.has('x')
        set: (e.set('a', 5), e.getAll('a').join() === '5')
        forEach: { const seen = []; e.forEach((value, name) => { seen.push(name); }); return seen.join() === 'a,b,a'; }
        keys: [...e.keys()].join() === 'a,b,a'
        values: [...e.values()][2] === '2'
        entries: [...e.entries()][0].join() === 'a,1'
        Symbol.iterator: [...e].length === 3
        [Headers] new Headers({B: 'x', a: ' 1 '})
        append: (e.append('A', '2'), e.get('a') === '1, 2')
        delete: (e.delete('A'), !e.has('a'))
        get: e.get('A') === '1' && e.get('x') === null
        has: e.has('A') && !e.has('x')
        set: (e.set('A', '2'), e.get('a') === '2')
        forEach: { const seen = []; e.forEach((value, name) => { seen.push(name + value); }); return seen.join() === 'a1,bx'; }
        keys: [...e.keys()].join() === 'a,b'
        values: [...e.values()].join() === '1,x'
        entries: [...e.entries()].join('|') === 'a,1|b,x'
        Symbol.iterator: [...e].length === 2
        [Request] new Request('/q', {method: 'post', body: '{"a":"é"}', headers: {x: 'y'}, credentials: 'include', redirect: 'error', mode: 'same-origin', cache: 'no-store'})
        url: e.url === 'https://idp.example.test/q'
        method: e.method === 'POST' && new Request('/').method === 'GET'
        headers: e.headers.get('x') === 'y' && e.headers.get('content-type') === 'text/plain;charset=UTF-8'
        credentials: e.credentials === 'include' && new Request('/').credentials === 'same-origin'
        redirect: e.redirect === 'error' && new Request('/').redirect === 'follow'
        mode: e.mode === 'same-origin' && new Request('/').mode === 'cors'
        cache: e.cache === 'no-store' && new Request('/').cache === 'default'
        referrer: e.referrer === 'about:client'
        signal: e.signal.aborted === false && (c => { c.abort(); return new Request('/', {signal: c.signal}).signal.aborted; })(new AbortController())
        clone: e.clone().url === e.url && e.clone().headers.get('x') === 'y'
        formData: new Request('/', {method: 'POST', body: new URLSearchParams('a=1')}).formData().then(data => data.get('a') === '1')
        \(body)
        [Response] new Response('{"a":"é"}', {status: 201, statusText: 'Made', headers: {x: 'y'}})
        status: e.status === 201 && new Response().status === 200
        statusText: e.statusText === 'Made'
        ok: e.ok === true && new Response(null, {status: 404}).ok === false
        headers: e.headers.get('x') === 'y'
        url: fetch('/data').then(answer => answer.url === 'https://idp.example.test/data')
        redirected: e.redirected === false
        type: e.type === 'default' && Response.error().type === 'error'
        clone: e.clone().status === 201 && e.clone() !== e
        formData: new Response(new URLSearchParams('a=1')).formData().then(data => data.get('a') === '1')
        static json: Response.json({a: 1}).json().then(value => value.a === 1)
        static error: Response.error().status === 0
        \(body)
        [AbortController] new AbortController()
        signal: e.signal instanceof AbortSignal && e.signal === e.signal
        abort: (e.abort('why'), e.signal.aborted && e.signal.reason === 'why')
        [AbortSignal] new AbortController().signal
        aborted: e.aborted === false && AbortSignal.abort().aborted === true
        reason: AbortSignal.abort().reason.name === 'AbortError' && AbortSignal.abort(5).reason === 5
        throwIfAborted: e.throwIfAborted() === undefined && (() => { try { AbortSignal.abort('x').throwIfAborted(); } catch (error) { return error === 'x'; } })()
        static abort: AbortSignal.abort().aborted === true
        static timeout: new Promise(done => { const signal = AbortSignal.timeout(20); signal.onabort = () => { done(signal.reason.name === 'TimeoutError'); }; })
        static any: AbortSignal.any([e, AbortSignal.abort(5)]).reason === 5 && (c => { const s = AbortSignal.any([c.signal]); c.abort(6); return s.reason === 6; })(new AbortController())
        [XMLHttpRequestEventTarget] new XMLHttpRequest()
        [XMLHttpRequestUpload] new XMLHttpRequest().upload
        [XMLHttpRequest] (() => { const made = new XMLHttpRequest(); made.open('GET', '/data', false); made.send(); return made; })()
        @constants UNSENT=0 OPENED=1 HEADERS_RECEIVED=2 LOADING=3 DONE=4
        readyState: e.readyState === 4 && new XMLHttpRequest().readyState === 0
        status: e.status === 200 && new XMLHttpRequest().status === 0
        statusText: e.statusText === 'OK' && new XMLHttpRequest().statusText === ''
        responseURL: e.responseURL === 'https://idp.example.test/data'
        responseText: e.responseText === '{"b":2}'
        responseType: new Promise(done => { const x = new XMLHttpRequest(); x.open('GET', '/data'); const was = x.responseType; x.responseType = 'json'; x.onload = () => { done(was === '' && x.responseType === 'json' && x.response.b === 2); }; x.send(); })
        response: e.response === '{"b":2}' && new XMLHttpRequest().response === ''
        timeout: e.timeout === 0 && (e.timeout = '5', e.timeout === 5)
        withCredentials: e.withCredentials === false && (e.withCredentials = 1, e.withCredentials === true)
        upload: e.upload === e.upload && e.upload instanceof XMLHttpRequestUpload
        open: (e.open('POST', '/x'), e.readyState === 1) && (() => { try { e.open('TRACE', '/'); } catch (error) { return error.name === 'SecurityError'; } })()
        setRequestHeader: (() => { try { e.setRequestHeader('a', 'b'); } catch (error) { return error.name === 'InvalidStateError'; } })() && (e.open('GET', '/data'), e.setRequestHeader('a', 'b') === undefined)
        overrideMimeType: { const x = new XMLHttpRequest(); x.open('GET', '/latin', false); x.overrideMimeType('text/plain; charset=latin1'); x.send(); return x.responseText === 'é'; }
        getResponseHeader: e.getResponseHeader('Content-Type') === 'application/json' && e.getResponseHeader('x') === null
        getAllResponseHeaders: e.getAllResponseHeaders() === 'content-type: application/json\\r\\n'
        send: new Promise(done => { const x = new XMLHttpRequest(), seen = []; for (const type of ['readystatechange', 'loadstart', 'load', 'loadend']) x.addEventListener(type, () => seen.push(type[0] + x.readyState)); x.onloadend = () => { setTimeout(() => { done(seen.join() === 'r1,l1,r2,r3,r4,l4,l4'); }); }; x.open('GET', '/data'); x.send(); })
        abort: new Promise(done => { const x = new XMLHttpRequest(); x.open('GET', '/data'); x.send(); x.onabort = () => { done(true); }; x.abort(); })
        """
    )
}
