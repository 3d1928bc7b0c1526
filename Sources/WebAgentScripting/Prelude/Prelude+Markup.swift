extension Prelude {
    /// The elements that are neither forms nor controls.
    static let markup = #"""
        // An interface that only reflects attributes, or nothing at all.
        const plain = parts => declareAll(name => name.startsWith('HTML'), () => Object.fromEntries(
            Object.entries(parts()).map(([name, spec]) => [`HTML${name}Element`, spec])), simple);
        plain(() => ({
            Html: {s: ['version']}, Head: {}, Canvas: {n: [['width', 'width', 300], ['height', 'height', 150]]},
            Heading: {s: ['align']}, Paragraph: {s: ['align']}, HR: {}, Pre: {}, Quote: {u: ['cite']}, OList: {n: [['start', 'start', 1]]},
            UList: {}, LI: {n: ['value']}, DList: {}, Div: {s: ['align']}, Span: {}, BR: {}, Time: {s: ['dateTime']},
            Data: {s: ['value']}, Mod: {u: ['cite'], s: ['dateTime']}, Picture: {}, Source: {u: ['src'], s: ['type', 'media', 'srcset']},
            Embed: {u: ['src'], s: ['type']}, Object: {u: ['data'], s: ['type', 'name']}, Param: {s: ['name', 'value']},
            Track: {u: ['src']}, Map: {s: ['name']}, TableCaption: {}, TableCol: {n: [['span', 'span', 1]]}, Details: {b: ['open'], s: ['name']},
            Menu: {}, Font: {s: ['color', 'face', 'size']}, Directory: {}, FrameSet: {s: ['cols', 'rows']},
            Marquee: {}, Slot: {s: ['name']}, DataList: {}, Meter: {}, Progress: {}, Media: {u: ['src'], b: ['autoplay', 'controls', 'loop']},
        }));
        element('Audio', () => class HTMLAudioElement extends face('HTMLMediaElement') {});
        element('Video', () => {
            class HTMLVideoElement extends face('HTMLMediaElement') {}
            reflect(HTMLVideoElement.prototype, {u: ['poster']});
            return HTMLVideoElement;
        });
        const extended = (name, parts) => element(name, () => {
            const [spec, ...members] = parts();
            const made = simple(`HTML${name}Element`, spec);
            mix(made.prototype, ...members);
            return made;
        });
        element('Body', () => {
            const made = simple('HTMLBodyElement', {s: ['bgColor', 'text']});
            defineHandlersLazily(made.prototype, () => [...windowHandlers()].filter(type => !commonHandlers().includes(type)));
            return made;
        });
        extended('Meta', () => [{s: ['name', 'content', ['httpEquiv', 'http-equiv'], 'media', 'scheme']}]);
        extended('Link', () => [{s: ['rel', 'media', 'hreflang', 'type', 'as', 'integrity'], u: ['href'], b: ['disabled'], c: ['crossOrigin']}, {
            get relList() { return tokenList(this, 'rel'); },
        }, constants({}, {sheet: null})]);
        extended('Style', () => [{s: ['media', 'type']}, constants({}, {sheet: null}), constants({}, {disabled: false}, ignored)]);
        extended('Title', () => [{}, {get text() { return host.textContent(this); }, set text(value) { this.textContent = value; }}]);
        extended('Base', () => [{s: ['target']}, {
            get href() { const value = host.getAttribute(this, 'href') ?? ''; return host.parseURL(value, host.url())?.[0] ?? value; }, set href(value) { setAttribute(this, 'href', String(value)); }}]);
        extended('Script', () => [{c: ['crossOrigin'], s: ['type', 'charset', 'integrity', 'referrerPolicy', 'event', ['htmlFor', 'for']],
            u: ['src'], b: ['defer', 'noModule']}, {
            get text() { return host.textContent(this); },
            set text(value) { this.textContent = value; },
            get async() { return host.isAsync(this); },
            set async(value) { host.setAsync(this, !!value); if (value) setAttribute(this, 'async', ''); else removeAttribute(this, 'async'); },
        }]);
        element('Script', (make => () => { const made = make(); put(made, 'supports', kind => kind === 'classic'); return made; })(
            factories.get('HTMLScriptElement')));
        extended('Template', () => [{}, {get content() { return host.templateContent(this); }}]);
        extended('Image', () => [{s: ['alt', 'srcset', 'sizes', 'useMap', 'name', 'align', 'referrerPolicy', 'border'], u: ['src'], c: ['crossOrigin'],
            b: ['isMap'], n: ['width', 'height'], e: [['loading', 'loading', 'eager', 'eager', 'lazy', 'eager']]}, {
            get currentSrc() { return this.src; }}, constants({}, {complete: true, naturalWidth: 0, naturalHeight: 0}),
            inert({}, 'decode', () => Promise.resolve())]);
        lazyGlobal('Image', () => constructible(face('HTMLImageElement'), (width, height) => {
            const image = host.createElement('img');
            if (width !== undefined) image.width = width;
            if (height !== undefined) image.height = height;
            return image;
        }, true));
        const frameMembers = () => ({get contentWindow() { return host.frame('window', this); },
            get contentDocument() { return host.frame('document', this); }});
        extended('IFrame', () => [{s: ['name', 'srcdoc', 'allow', 'width', 'height', 'frameBorder', 'scrolling', 'referrerPolicy'], u: ['src'],
            b: ['allowFullscreen']}, frameMembers(), {get sandbox() { return tokenList(this, 'sandbox'); }}]);
        extended('Frame', () => [{s: ['name', 'frameBorder', 'scrolling'], u: ['src']}, frameMembers()]);

        // Addresses of links are taken apart by the same parser as everything else.
        const addressParts = ['href', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash', 'origin'];
        const linkMembers = once(() => {
            const members = {
                get href() { const value = host.getAttribute(this, 'href'); return value === null ? '' : host.resolve(value); },
                set href(value) { setAttribute(this, 'href', String(value)); },
                toString() { return this.href; },
                get relList() { return tokenList(this, 'rel'); },
            };
            addressParts.slice(1).forEach((part, index) => accessor(members, part,
                function () { return host.parseURL(this.href, '')?.[index + 1] ?? (part === 'protocol' ? ':' : ''); },
                part === 'origin' ? undefined : function (value) {
                    const changed = host.changeURL(this.href, part, String(value));
                    if (changed !== null) setAttribute(this, 'href', changed);
                }));
            return members;
        });
        extended('Anchor', () => [{s: ['target', 'download', 'ping', 'rel', 'hreflang', 'type', 'referrerPolicy', 'name', 'coords', 'shape']}, linkMembers(), {
            get text() { return host.textContent(this); }, set text(value) { this.textContent = value; }}]);
        extended('Area', () => [{s: ['alt', 'coords', 'shape', 'target', 'download', 'ping', 'rel', 'referrerPolicy']}, linkMembers()]);

        const rowList = (key, selector) => ({get() {
            return keptList(this, key, 'HTMLCollection', () => host.queryAll(this, selector)); }, configurable: true, enumerable: true});
        element('Table', () => {
            const made = simple('HTMLTableElement', {s: ['align', 'border', 'width', 'bgColor', 'cellPadding', 'cellSpacing']});
            defineProperties(made.prototype, {
                rows: rowList('rows', ':scope > tr, :scope > thead > tr, :scope > tbody > tr, :scope > tfoot > tr'),
                tBodies: rowList('bodies', ':scope > tbody'),
            });
            mix(made.prototype, {
                get tHead() { return host.query(this, ':scope > thead'); },
                get tFoot() { return host.query(this, ':scope > tfoot'); },
                get caption() { return host.query(this, ':scope > caption'); },
                insertRow(index = -1) {
                    const row = host.createElement('tr'), rows = [...this.rows];
                    const body = this.tBodies[this.tBodies.length - 1];
                    if (rows[index]) insert(row, host.parent(rows[index]), rows[index]);
                    else insert(row, rows.length ? host.parent(rows.at(-1)) : body ?? insert(host.createElement('tbody'), this, null), null);
                    return row;
                },
                deleteRow(index) { const row = [...this.rows].at(index); if (row) detach(row); },
            });
            return made;
        });
        element('TableSection', () => {
            const made = simple('HTMLTableSectionElement', {s: ['align']});
            defineProperty(made.prototype, 'rows', rowList('rows', ':scope > tr'));
            return made;
        });
        element('TableRow', () => {
            const made = simple('HTMLTableRowElement', {s: ['align', 'bgColor']});
            defineProperty(made.prototype, 'cells', rowList('cells', ':scope > td, :scope > th'));
            mix(made.prototype, {
                get rowIndex() { const table = host.closest(this, 'table'); return table ? [...table.rows].indexOf(this) : -1; },
                insertCell(index = -1) { return insert(host.createElement('td'), this, this.cells[index] ?? null); },
            });
            return made;
        });
        element('TableCell', () => {
            const made = simple('HTMLTableCellElement', {s: ['align', 'headers', 'scope', 'abbr', 'width', 'height'],
                n: [['colSpan', 'colspan', 1], ['rowSpan', 'rowspan', 1]]});
            mix(made.prototype, {get cellIndex() { return [...this.parentNode?.cells ?? []].indexOf(this); }});
            return made;
        });
        """#
}
