extension Prelude {
    /// Requests by script: `XMLHttpRequest`, `fetch`, and the bodies they send.
    static let networkLayer = #"""
        const {G, accessor, constants, inert, dispatch, defineHandlers, fail, face, fresh, isNode, put, own} = library;
        const pending = new Map();
        const deliver = (id, values) => { const done = pending.get(id); pending.delete(id); done?.(values[0] === true ? answer(values) : null); };
        const answer = ([, url, status, redirected, body, type, ...flat]) => {
            const headers = [];
            for (let index = 0; index < flat.length; index += 2) headers.push([flat[index].toLowerCase(), flat[index + 1]]);
            return {url, status, redirected, body, headers, type};
        };
        const utf8 = value => host.encodeText(String(value));
        const bytesOf = value => value instanceof ArrayBuffer ? new Uint8Array(value.slice(0))
            : new Uint8Array(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength));
        const join = parts => {
            const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
            let at = 0;
            for (const part of parts) { bytes.set(part, at); at += part.length; }
            return bytes;
        };
        class Blob {
            #bytes; #type;
            constructor(parts = [], options = {}) {
                this.#bytes = join([...parts].map(part => part instanceof Blob ? part.#bytes
                    : part instanceof ArrayBuffer || ArrayBuffer.isView(part) ? bytesOf(part) : utf8(part)));
                this.#type = String(options.type ?? '').toLowerCase();
            }
            get size() { return this.#bytes.length; }
            get type() { return this.#type; }
            slice(start, end, type = '') { return new Blob([this.#bytes.slice(start, end)], {type}); }
            text() { return Promise.resolve(host.decodeText(this.#bytes, 'utf-8')); }
            arrayBuffer() { return Promise.resolve(this.#bytes.slice().buffer); }
            static bytes(blob) { return blob.#bytes; }
        }
        const blobBytes = Blob.bytes;
        delete Blob.bytes;
        class File extends Blob {
            #name; #modified;
            constructor(parts, name, options = {}) {
                super(parts, options);
                this.#name = String(name);
                this.#modified = Number(options.lastModified ?? Date.now());
            }
            get name() { return this.#name; }
            get lastModified() { return this.#modified; }
        }
        class FormData {
            #list = [];
            constructor(form, submitter) {
                if (form === undefined || form === null) return;
                const flat = host.entries(form, submitter ?? null);
                for (let index = 0; index < flat.length; index += 2) this.#list.push([flat[index], flat[index + 1]]);
            }
            #value(value, name) {
                if (!(value instanceof Blob)) return String(value);
                return value instanceof File && name === undefined ? value : new File([value], name ?? 'blob', {type: value.type});
            }
            append(name, value, file) { this.#list.push([String(name), this.#value(value, file)]); }
            delete(name) { this.#list = this.#list.filter(([key]) => key !== String(name)); }
            get(name) { return this.#list.find(([key]) => key === String(name))?.[1] ?? null; }
            getAll(name) { return this.#list.filter(([key]) => key === String(name)).map(([, value]) => value); }
            has(name) { return this.#list.some(([key]) => key === String(name)); }
            set(name, value, file) {
                const index = this.#list.findIndex(([key]) => key === String(name));
                if (index < 0) { this.append(name, value, file); return; }
                this.#list[index] = [String(name), this.#value(value, file)];
                this.#list = this.#list.filter(([key], at) => key !== String(name) || at === index);
            }
            forEach(callback, self) { for (const [name, value] of this.#list) callback.call(self, value, name, this); }
            keys() { return this.#list.map(([name]) => name)[Symbol.iterator](); }
            values() { return this.#list.map(([, value]) => value)[Symbol.iterator](); }
            entries() { return this.#list.map(pair => pair.slice())[Symbol.iterator](); }
            [Symbol.iterator]() { return this.entries(); }
        }
        const quoted = name => name.replace(/\r\n|\r|\n/g, '%0D%0A').replace(/"/g, '%22');
        const multipart = (data, boundary) => join([...data].flatMap(([name, value]) => {
            const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`;
            return value instanceof Blob
                ? [utf8(`${head}; filename="${quoted(value.name)}"\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`),
                    blobBytes(value), utf8('\r\n')]
                : [utf8(`${head}\r\n\r\n${value.replace(/\r\n|\r|\n/g, '\r\n')}\r\n`)];
        }).concat([utf8(`--${boundary}--\r\n`)]));
        // The bytes and the type of a body.
        const extract = body => {
            if (body === null || body === undefined) return [null, null];
            if (body instanceof Blob) return [blobBytes(body), body.type || null];
            if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return [bytesOf(body), null];
            if (body instanceof FormData) {
                const boundary = host.boundary();
                return [multipart(body, boundary), `multipart/form-data; boundary=${boundary}`];
            }
            if (body instanceof G.URLSearchParams) return [utf8(body), 'application/x-www-form-urlencoded;charset=UTF-8'];
            if (isNode(body)) return [utf8(body.documentElement?.outerHTML ?? ''), 'text/html;charset=UTF-8'];
            return [utf8(body), 'text/plain;charset=UTF-8'];
        };
        const forbidden = /^(accept-charset|accept-encoding|access-control-request-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;
        const normalMethod = method => /^(delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method;
        const checkMethod = method => {
            if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/i.test(method)) fail('SyntaxError', 'The method is not valid.');
            if (/^(connect|trace|track)$/i.test(method)) fail('SecurityError', 'The method is not allowed.');
            return normalMethod(method);
        };
        const send = (request, done) => {
            const values = [request.method, request.url, request.credentials, request.redirect, request.mode ?? 'cors',
                request.body, ...request.headers.flat()];
            if (!done) { const found = host.requestNow(...values); return found[0] === true ? answer(found) : null; }
            const id = host.request(...values);
            pending.set(id, done);
            return id;
        };

        class Headers {
            #list = new Map();
            constructor(init) {
                if (init === undefined || init === null) return;
                const pairs = Symbol.iterator in init ? init : Object.entries(init);
                for (const [name, value] of pairs) this.append(name, value);
            }
            append(name, value) {
                const key = String(name).toLowerCase(), text = String(value).trim();
                this.#list.set(key, this.#list.has(key) ? `${this.#list.get(key)}, ${text}` : text);
            }
            delete(name) { this.#list.delete(String(name).toLowerCase()); }
            get(name) { return this.#list.get(String(name).toLowerCase()) ?? null; }
            has(name) { return this.#list.has(String(name).toLowerCase()); }
            set(name, value) { this.#list.set(String(name).toLowerCase(), String(value).trim()); }
            forEach(callback, self) { for (const [name, value] of this) callback.call(self, value, name, this); }
            keys() { return [...this.#list.keys()].sort()[Symbol.iterator](); }
            values() { return [...this].map(([, value]) => value)[Symbol.iterator](); }
            entries() { return [...this.#list].sort(([a], [b]) => a < b ? -1 : 1)[Symbol.iterator](); }
            [Symbol.iterator]() { return this.entries(); }
        }
        inert(Headers.prototype, 'getSetCookie', () => []);
        let bodyBytes;
        class Body {
            #bytes; #used = false;
            constructor(bytes) { this.#bytes = bytes; }
            get bodyUsed() { return this.#used; }
            #take() {
                if (this.#used) return Promise.reject(new TypeError('The body was already read.'));
                this.#used = this.#bytes !== null;
                return Promise.resolve(this.#bytes ?? new Uint8Array(0));
            }
            text() { return this.#take().then(bytes => host.decodeText(bytes, 'utf-8')); }
            json() { return this.text().then(JSON.parse); }
            arrayBuffer() { return this.#take().then(bytes => bytes.slice().buffer); }
            blob() { return this.#take().then(bytes => new Blob([bytes], {type: this.headers.get('content-type') ?? ''})); }
            formData() { return this.text().then(value => {
                const data = new FormData();
                for (const [name, entry] of new G.URLSearchParams(value)) data.append(name, entry);
                return data;
            }); }
            static { bodyBytes = body => body.#bytes; }
        }
        constants(Body.prototype, {body: null});
        const bodyFacts = new WeakMap();
        const factMembers = (kind, names) => { for (const name of names.split(','))
            accessor(kind.prototype, name, function () { return bodyFacts.get(this)[name]; }); };
        class Request extends Body {
            constructor(input, init = {}) {
                const base = input instanceof Request ? input : null;
                const [bytes, type] = init.body === undefined && base ? [bodyBytes(base), null] : extract(init.body);
                super(bytes);
                const url = base ? base.url : host.parseURL(String(input), host.baseURL())?.[0];
                if (url === undefined) throw new TypeError(`'${input}' is not a valid URL.`);
                const method = checkMethod(String(init.method ?? base?.method ?? 'GET'));
                if (bytes !== null && /^(GET|HEAD)$/.test(method)) throw new TypeError('A request with this method has no body.');
                const mode = init.mode ?? base?.mode ?? 'cors';
                if (mode === 'no-cors' && !/^(GET|HEAD|POST)$/.test(method)) throw new TypeError('This method needs CORS.');
                const headers = new Headers(init.headers ?? base?.headers);
                if (type !== null && !headers.has('content-type')) headers.set('content-type', type);
                const values = {url, method, headers, credentials: init.credentials ?? base?.credentials ?? 'same-origin',
                    redirect: init.redirect ?? base?.redirect ?? 'follow', mode,
                    cache: init.cache ?? 'default', referrer: 'about:client', signal: init.signal ?? base?.signal ?? new AbortSignal()};
                bodyFacts.set(this, values);
            }
            clone() { return new Request(this); }
        }
        factMembers(Request, 'url,method,headers,credentials,redirect,mode,cache,referrer,signal');
        class Response extends Body {
            constructor(body = null, init = {}, facts = {}) {
                const [bytes, type] = extract(body);
                super(bytes);
                const headers = new Headers(init.headers);
                if (type !== null && !headers.has('content-type')) headers.set('content-type', type);
                const status = init.status ?? 200;
                const values = {headers, status, statusText: init.statusText ?? '', ok: status >= 200 && status < 300, url: facts.url ?? '',
                    redirected: facts.redirected ?? false, type: facts.type ?? (facts.url ? 'basic' : 'default')};
                bodyFacts.set(this, values);
            }
            clone() { return new Response(bodyBytes(this), {headers: this.headers, status: this.status},
                {url: this.url, redirected: this.redirected, type: this.type}); }
            static json(value, init = {}) { return new Response(JSON.stringify(value), init); }
            static error() { return new Response(null, {status: 0}, {type: 'error'}); }
        }
        factMembers(Response, 'headers,status,statusText,ok,url,redirected,type');
        const fetch = (input, init) => new Promise((resolve, reject) => {
            const request = new Request(input, init), headers = [...request.headers].filter(([name]) => !forbidden.test(name));
            const {method, url, credentials, redirect, mode, signal} = request;
            if (signal.aborted) { reject(signal.reason); return; }
            const id = send({method, url, credentials, redirect, mode, headers, body: bodyBytes(request)}, found => {
                if (!found) { reject(new TypeError('Failed to fetch')); return; }
                resolve(new Response(found.body, {status: found.status, headers: found.headers}, found));
            });
            signal.addEventListener('abort', () => { if (pending.delete(id)) reject(signal.reason); });
        });
        class AbortSignal extends EventTarget {
            #aborted = false; #reason;
            get aborted() { return this.#aborted; }
            get reason() { return this.#reason; }
            throwIfAborted() { if (this.#aborted) throw this.#reason; }
            static abort(reason) { const controller = new AbortController(); controller.abort(reason); return controller.signal; }
            static any(signals) {
                const controller = new AbortController(), list = [...signals];
                const ended = list.find(signal => signal.aborted);
                if (ended) controller.abort(ended.reason);
                else for (const signal of list) signal.addEventListener('abort', () => controller.abort(signal.reason), {once: true});
                return controller.signal;
            }
            static timeout(milliseconds) {
                const controller = new AbortController();
                G.setTimeout(() => controller.abort(new (face('DOMException'))('The time is up.', 'TimeoutError')), milliseconds);
                return controller.signal;
            }
            static end(signal, reason) {
                if (signal.#aborted) return;
                signal.#aborted = true;
                signal.#reason = reason ?? new (face('DOMException'))('The operation was aborted.', 'AbortError');
                dispatch(fresh('Event', 'abort'), signal);
            }
        }
        const end = AbortSignal.end;
        delete AbortSignal.end;
        defineHandlers(AbortSignal.prototype, ['abort']);
        class AbortController {
            #signal = new AbortSignal();
            get signal() { return this.#signal; }
            abort(reason) { end(this.#signal, reason); }
        }

        const progress = ['loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend'];
        class XMLHttpRequestEventTarget extends EventTarget {}
        defineHandlers(XMLHttpRequestEventTarget.prototype, progress);
        class XMLHttpRequestUpload extends XMLHttpRequestEventTarget {}
        const states = {UNSENT: 0, OPENED: 1, HEADERS_RECEIVED: 2, LOADING: 3, DONE: 4};
        class XMLHttpRequest extends XMLHttpRequestEventTarget {
            #state = 0; #method; #url; #async = true; #headers = new Headers(); #answer = null; #id = 0; #type = ''; #mime = null;
            #upload = new XMLHttpRequestUpload(); #sent = false;
            #timeout = 0; #credentials = false;
            get timeout() { return this.#timeout; }
            set timeout(value) { this.#timeout = Number(value) || 0; }
            get withCredentials() { return this.#credentials; }
            set withCredentials(value) { this.#credentials = !!value; }
            get readyState() { return this.#state; }
            get upload() { return this.#upload; }
            get status() { return this.#answer?.status ?? 0; }
            get statusText() { return this.#answer ? {200: 'OK', 401: 'Unauthorized', 404: 'Not Found'}[this.status] ?? '' : ''; }
            get responseURL() { return this.#answer?.url.replace(/#.*$/, '') ?? ''; }
            get responseType() { return this.#type; }
            set responseType(value) { this.#type = String(value); }
            get responseText() {
                if (this.#type !== '' && this.#type !== 'text') fail('InvalidStateError', 'The response is not text.');
                return this.#answer ? host.decodeText(this.#answer.body, this.#charset()) : '';
            }
            get response() {
                if (this.#type === '' || this.#type === 'text') return this.responseText;
                if (!this.#answer) return null;
                const bytes = this.#answer.body;
                if (this.#type === 'arraybuffer') return bytes.slice().buffer;
                if (this.#type === 'blob') return new Blob([bytes], {type: this.getResponseHeader('content-type') ?? ''});
                try { return this.#type === 'json' ? JSON.parse(host.decodeText(bytes, 'utf-8')) : null; } catch { return null; }
            }
            #charset() { return /charset\s*=\s*"?([^";\s]+)/i.exec(this.#mime ?? this.getResponseHeader('content-type') ?? '')?.[1] ?? 'utf-8'; }
            open(method, url, isAsync = true) {
                const resolved = host.parseURL(String(url), host.baseURL());
                this.#method = checkMethod(String(method));
                if (resolved === null) fail('SyntaxError', 'The address is not valid.');
                this.abort();
                this.#url = resolved[0];
                this.#async = !!isAsync;
                this.#headers = new Headers();
                this.#sent = false;
                this.#change(1);
            }
            setRequestHeader(name, value) {
                if (this.#state !== 1 || this.#sent) fail('InvalidStateError', 'The request is not open.');
                if (!forbidden.test(name)) this.#headers.append(name, value);
            }
            overrideMimeType(type) { this.#mime = String(type); }
            getResponseHeader(name) { return this.#fields().get(name); }
            getAllResponseHeaders() { return [...this.#fields()].map(([name, value]) => `${name}: ${value}\r\n`).join(''); }
            #fields() { return new Headers(this.#answer?.headers); }
            send(body = null) {
                if (this.#state !== 1 || this.#sent) fail('InvalidStateError', 'The request is not open.');
                const [bytes, type] = /^(GET|HEAD)$/.test(this.#method) ? [null, null] : extract(body);
                if (type !== null && !this.#headers.has('content-type')) this.#headers.set('content-type', type);
                const request = {method: this.#method, url: this.#url, credentials: this.withCredentials ? 'include' : 'same-origin',
                    redirect: 'follow', mode: 'cors', headers: [...this.#headers], body: bytes};
                this.#sent = true;
                if (this.#async) {
                    this.#tell('loadstart');
                    this.#id = send(request, found => this.#finish(found));
                } else {
                    this.#answer = send(request, null);
                    this.#state = 4;
                    if (!this.#answer) fail('NetworkError', 'The request failed.');
                    this.#finish(this.#answer);
                }
            }
            abort() {
                if (!pending.delete(this.#id) || !this.#sent) return;
                this.#sent = false;
                this.#answer = null;
                this.#change(4);
                this.#tell('abort');
                this.#tell('loadend');
                this.#state = 0;
            }
            #finish(found) {
                this.#answer = found;
                this.#sent = false;
                if (found && this.#async) { this.#change(2); this.#change(3); }
                this.#change(4);
                this.#tell(found ? 'load' : 'error');
                this.#tell('loadend');
            }
            #change(state) { this.#state = state; dispatch(fresh('Event', 'readystatechange'), this); }
            #tell(type) {
                const size = this.#answer?.body.length ?? 0;
                dispatch(fresh('ProgressEvent', type, {lengthComputable: size > 0, loaded: size, total: size}), this);
            }
        }
        defineHandlers(XMLHttpRequest.prototype, ['readystatechange']);
        constants(XMLHttpRequest.prototype, {responseXML: null});
        for (const name of Object.keys(states)) { put(XMLHttpRequest, name, states[name], true); put(XMLHttpRequest.prototype, name, states[name], true); }
        return {XMLHttpRequest, XMLHttpRequestUpload, XMLHttpRequestEventTarget, fetch, Headers, Request, Response, AbortController,
            AbortSignal, FormData, Blob, File, deliver};
        """#
}
