import Cryptography

/// How all pages look: system fonts, light and dark as the reader's system has it, readable on a phone, focus visible.
///
/// Every page has it in a `<style>`, which its policy lets pass by this hash: no second request, no caching, no route.
enum Stylesheet {
    /// The style sheet. It styles elements, so that pages need hardly any classes.
    static let text = """
        :root{color-scheme:light dark;--text:#1b1f24;--soft:#545c66;--back:#fff;--panel:#f3f5f7;--line:#d3d8de;--link:#0b57d0}
        @media (prefers-color-scheme:dark){
        :root{--text:#e6e9ed;--soft:#a8b1bb;--back:#14171a;--panel:#1f2429;--line:#3b434b;--link:#8ab4f8}
        }
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--back);color:var(--text);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        header,main{max-width:60rem;margin:0 auto;padding:0 1rem}
        header{display:flex;flex-wrap:wrap;gap:0 1.5rem;padding-top:1rem;padding-bottom:1rem;border-bottom:1px solid var(--line)}
        header strong{margin-right:auto}
        header nav ul{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin:0;padding:0;list-style:none}
        main{padding-bottom:4rem}
        h1,h2,h3,h4{line-height:1.25;margin:2rem 0 .75rem;overflow-wrap:anywhere}
        h1{font-size:1.9rem}h2{font-size:1.4rem}h3{font-size:1.15rem}h4{font-size:1rem}
        p,ul,ol,dl{max-width:45rem}
        a{color:var(--link)}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
        code{overflow-wrap:anywhere}
        pre code{font-size:1em}pre code,th code,td code{overflow-wrap:normal}
        pre{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.75rem 1rem;overflow:auto}
        .wide{overflow-x:auto}
        table{border-collapse:collapse}
        th,td{text-align:left;vertical-align:top;padding:.4rem 1.5rem .4rem 0;border-bottom:1px solid var(--line)}
        th{font-weight:600}thead th{color:var(--soft)}
        dt{font-weight:600}dd{margin:0 0 .75rem}
        details{border-bottom:1px solid var(--line);padding:.5rem 0}
        summary{cursor:pointer}
        .skip{position:absolute;left:-100vw;padding:.5rem 1rem;background:var(--back)}
        .skip:focus{left:0}
        @media print{header,.skip{display:none}}
        """

    /// What `style-src` must allow (Content Security Policy Level 3 §2.3.1), without its quotes.
    static let source = "sha256-" + Base64.encode(SHA256.digest(of: text).bytes)
}
