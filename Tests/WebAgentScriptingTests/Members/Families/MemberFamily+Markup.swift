extension MemberFamily {
    static let markup = MemberFamily(
        "elements that are no controls",
        #"""
        [HTMLHtmlElement] document.documentElement
        @text version
        [HTMLHeadElement] document.head
        [HTMLBodyElement] document.body
        bgColor: (e.bgColor = 'red', e.getAttribute('bgcolor') === 'red') && (e.removeAttribute('bgcolor'), e.bgColor === '')
        text: (e.text = 'red', e.getAttribute('text') === 'red') && (e.removeAttribute('text'), e.text === '')
        [HTMLTitleElement] <title>
        text: (e.append('a'), e.text === 'a') && (e.text = 'b', e.textContent === 'b')
        [HTMLBaseElement] <base>
        @text target
        href: e.href === 'https://idp.example.test/login?a=1' && (e.href = '/q', e.getAttribute('href') === '/q') && e.href === 'https://idp.example.test/q'
        [HTMLMetaElement] <meta>
        @text name content httpEquiv=http-equiv media scheme
        [HTMLLinkElement] <link>
        @text rel media hreflang type as integrity
        @address href
        @flag disabled
        crossOrigin: e.crossOrigin === null && (e.crossOrigin = '', e.crossOrigin === 'anonymous') && (e.crossOrigin = 'use-credentials', e.getAttribute('crossorigin') === 'use-credentials')
        relList: (e.relList.add('icon'), e.rel === 'icon')
        [HTMLStyleElement] <style>
        @text media type
        [HTMLScriptElement] <script>
        @text type charset integrity referrerPolicy event htmlFor=for
        @address src
        @flag defer noModule
        crossOrigin: e.crossOrigin === null && (e.crossOrigin = 'x', e.crossOrigin === 'anonymous')
        async: e.async === true && (e.async = false, e.async === false) && (e.async = true, e.getAttribute('async') === '')
        text: (e.append('1'), e.text === '1') && (e.text = '2', e.textContent === '2')
        static supports: HTMLScriptElement.supports('classic') === true && HTMLScriptElement.supports('nope') === false
        [HTMLTemplateElement] <template>
        content: (e.innerHTML = '<i>x</i>', e.content.firstChild.localName === 'i' && e.firstChild === null)
        [HTMLSlotElement] <slot>
        @text name
        [HTMLDivElement] <div>
        @text align
        [HTMLParagraphElement] <p>
        @text align
        [HTMLHeadingElement] <h2>
        @text align
        [HTMLSpanElement] <span>
        [HTMLBRElement] <br>
        [HTMLHRElement] <hr>
        [HTMLPreElement] <pre>
        [HTMLQuoteElement] <blockquote>
        @address cite
        [HTMLModElement] <del>
        @text dateTime
        @address cite
        [HTMLTimeElement] <time>
        @text dateTime
        [HTMLDataElement] <data>
        @text value
        [HTMLFontElement] <font>
        @text color face size
        [HTMLMarqueeElement] <marquee>
        [HTMLOListElement] <ol>
        @number start:1
        [HTMLUListElement] <ul>
        [HTMLLIElement] <li>
        @number value
        [HTMLDListElement] <dl>
        [HTMLDirectoryElement] <dir>
        [HTMLMenuElement] <menu>
        [HTMLDetailsElement] <details>
        @text name
        @flag open
        [HTMLMeterElement] <meter>
        [HTMLProgressElement] <progress>
        [HTMLCanvasElement] <canvas>
        @number width:300 height:150
        [HTMLPictureElement] <picture>
        [HTMLSourceElement] <source>
        @text type media srcset
        @address src
        [HTMLMediaElement] <audio>
        @address src
        @flag autoplay controls loop
        [HTMLAudioElement] <audio>
        [HTMLVideoElement] <video>
        @address poster
        [HTMLTrackElement] <track>
        @address src
        [HTMLEmbedElement] <embed>
        @text type
        @address src
        [HTMLObjectElement] <object>
        @text type name
        @address data
        [HTMLParamElement] <param>
        @text name value
        [HTMLMapElement] <map>
        @text name
        [HTMLImageElement] <img>
        @text alt srcset sizes useMap name align referrerPolicy border
        @address src
        @flag isMap
        @number width height
        @choice loading eager eager lazy,eager
        crossOrigin: e.crossOrigin === null && (e.crossOrigin = '', e.crossOrigin === 'anonymous')
        currentSrc: (e.src = '/q', e.currentSrc === 'https://idp.example.test/q')
        [HTMLIFrameElement] <iframe>
        @text name srcdoc allow width height frameBorder scrolling referrerPolicy
        @address src
        @flag allowFullscreen
        contentWindow: e.contentWindow === null && (box.append(e), e.contentWindow.parent === window)
        contentDocument: e.contentDocument === null && (box.append(e), e.contentDocument.body.localName === 'body')
        sandbox: (e.sandbox.add('allow-forms'), e.getAttribute('sandbox') === 'allow-forms')
        contentWindow: e.contentWindow === null && (box.append(e), e.contentWindow !== window && e.contentWindow.parent === window)
        contentDocument: e.contentDocument === null && (box.append(e), e.contentDocument.body.children.length === 0 && e.contentDocument !== document)
        [HTMLFrameElement] <frame>
        contentWindow: e.contentWindow === null && (box.append(e), e.contentWindow !== window && e.contentWindow.parent === window)
        contentDocument: e.contentDocument === null && (box.append(e), e.contentDocument.body.children.length === 0 && e.contentDocument !== document)
        @text name frameBorder scrolling
        @address src
        contentWindow: e.contentWindow === null && (box.append(e), e.contentWindow.parent === window)
        contentDocument: e.contentDocument === null && (box.append(e), e.contentDocument.body.localName === 'body')
        [HTMLFrameSetElement] <frameset>
        @text cols rows
        [HTMLAnchorElement] (link.href = 'https://ann:pw@h.test:8443/x?y#z', link)
        href: e.href === 'https://ann:pw@h.test:8443/x?y#z' && (e.href = '/q', e.getAttribute('href') === '/q') && e.href === 'https://idp.example.test/q'
        protocol: e.protocol === 'https:' && (e.protocol = 'http', e.href.startsWith('http://ann'))
        username: e.username === 'ann' && (e.username = 'bob', e.href.includes('//bob:'))
        password: e.password === 'pw' && (e.password = 'q', e.href.includes(':q@'))
        host: e.host === 'h.test:8443' && (e.host = 'i.test:1', e.href.includes('@i.test:1/'))
        hostname: e.hostname === 'h.test' && (e.hostname = 'i.test', e.href.includes('@i.test:8443/'))
        port: e.port === '8443' && (e.port = 1, e.href.includes('@h.test:1/'))
        pathname: e.pathname === '/x' && (e.pathname = 'q', e.href.includes(':8443/q?'))
        search: e.search === '?y' && (e.search = 'q', e.href.endsWith('/x?q#z'))
        hash: e.hash === '#z' && (e.hash = 'q', e.href.endsWith('?y#q'))
        origin: e.origin === 'https://h.test:8443'
        text: e.text === 'link' && (e.text = 'x', e.textContent === 'x')
        toString: String(e) === e.href && String(e).startsWith('https://ann')
        relList: (e.relList.add('nofollow'), e.getAttribute('rel') === 'nofollow')
        name: e.name === 'anchor' && (e.name = 'x', e.getAttribute('name') === 'x')
        @text target download ping rel hreflang type referrerPolicy coords shape
        [HTMLAreaElement] (() => { const made = make('area'); made.setAttribute('href', 'https://ann:pw@h.test:8443/x?y#z'); return made; })()
        href: e.href === 'https://ann:pw@h.test:8443/x?y#z' && (e.href = '/q', e.getAttribute('href') === '/q')
        protocol: e.protocol === 'https:' && (e.protocol = 'http', e.href.startsWith('http://ann'))
        username: e.username === 'ann' && (e.username = 'bob', e.href.includes('//bob:'))
        password: e.password === 'pw' && (e.password = 'q', e.href.includes(':q@'))
        host: e.host === 'h.test:8443' && (e.host = 'i.test:1', e.href.includes('@i.test:1/'))
        hostname: e.hostname === 'h.test' && (e.hostname = 'i.test', e.href.includes('@i.test:8443/'))
        port: e.port === '8443' && (e.port = 1, e.href.includes('@h.test:1/'))
        pathname: e.pathname === '/x' && (e.pathname = 'q', e.href.includes(':8443/q?'))
        search: e.search === '?y' && (e.search = 'q', e.href.endsWith('/x?q#z'))
        hash: e.hash === '#z' && (e.hash = 'q', e.href.endsWith('?y#q'))
        origin: e.origin === 'https://h.test:8443'
        toString: String(e).startsWith('https://ann')
        relList: (e.relList.add('nofollow'), e.getAttribute('rel') === 'nofollow')
        @text alt coords shape target download ping rel referrerPolicy
        [HTMLTableElement] grid
        @text align border width bgColor cellPadding=cellpadding cellSpacing=cellspacing
        rows: e.rows.length === 2 && e.rows[1] === row
        tBodies: e.tBodies.length === 1 && e.tBodies[0].rows[0] === row
        tHead: e.tHead.localName === 'thead' && make('table').tHead === null
        tFoot: e.tFoot === null && (e.append(make('tfoot')), e.tFoot.localName === 'tfoot')
        caption: e.caption.textContent === 'c' && make('table').caption === null
        insertRow: (e.insertRow(1).id = 'made', e.rows[1].id === 'made' && e.rows.length === 3) && (() => { const t = make('table'); t.insertRow(); return t.innerHTML === '<tbody><tr></tr></tbody>'; })()
        deleteRow: (e.deleteRow(-1), e.rows.length === 1 && row.parentNode === null)
        [HTMLTableCaptionElement] <caption>
        [HTMLTableColElement] <col>
        @number span:1
        [HTMLTableSectionElement] <tbody>
        @text align
        rows: grid.tBodies[0].rows.length === 1 && grid.tHead.rows.length === 1
        [HTMLTableRowElement] <tr>
        @text align bgColor
        cells: row.cells.length === 2 && row.cells[1] === cell
        rowIndex: row.rowIndex === 1 && e.rowIndex === -1
        insertCell: (row.insertCell(1).id = 'made', row.cells[1].id === 'made' && row.cells.length === 3) && e.insertCell().localName === 'td'
        [HTMLTableCellElement] <td>
        @text align headers scope abbr width height
        @number colSpan:1 rowSpan:1
        cellIndex: cell.cellIndex === 1 && e.cellIndex === -1
        """#
    )
}
