extension Prelude {
    /// `MessageChannel` and `MessagePort`, inside one document: what schedulers of scripts use to be called again soon.
    ///
    /// A port does not travel with a message.
    ///
    /// Source: HTML standard, sections 9.4.2 (message channels) and 9.4.4 (message ports).
    static let messagingLayer = #"""
        const {G, defineHandlers, dispatch, fresh, illegal} = library;
        const others = new WeakMap();
        let isMaking = false;
        class MessagePort extends EventTarget {
            #waiting = []; #isStarted = false; #isClosed = false;
            constructor() {
                if (!isMaking) illegal();
                super();
            }
            postMessage(data, options) {
                const ports = options?.transfer ?? options;
                if (ports?.length) host.missing('MessagePort.postMessage with ports');
                const copy = library.layer('data').structuredClone(data), other = others.get(this);
                if (this.#isClosed || other.#isClosed) return;
                other.#waiting.push(copy);
                if (other.#isStarted) other.#deliver();
            }
            start() {
                if (this.#isStarted) return;
                this.#isStarted = true;
                for (const _ of this.#waiting) this.#deliver();
            }
            close() { this.#isClosed = true; }
            // One task for each message.
            #deliver() {
                G.setTimeout(() => {
                    if (this.#isClosed) return;
                    dispatch(fresh('MessageEvent', 'message', {data: this.#waiting.shift()}), this);
                }, 0);
            }
        }
        defineHandlers(MessagePort.prototype, ['message']);
        const {get, set} = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
        Object.defineProperty(MessagePort.prototype, 'onmessage', {
            get, set(value) { Reflect.apply(set, this, [value]); this.start(); }, configurable: true, enumerable: true,
        });
        class MessageChannel {
            #port1; #port2;
            constructor() {
                isMaking = true;
                this.#port1 = new MessagePort();
                this.#port2 = new MessagePort();
                isMaking = false;
                others.set(this.#port1, this.#port2);
                others.set(this.#port2, this.#port1);
            }
            get port1() { return this.#port1; }
            get port2() { return this.#port2; }
        }
        return {MessageChannel, MessagePort};
        """#
}
