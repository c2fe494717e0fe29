package dev.tidemark.prober.browser;

import static dev.tidemark.model.result.OutcomeType.*;
import static dev.tidemark.prober.browser.HostilePage.page;
import static dev.tidemark.prober.browser.HostilePage.site;
import static dev.tidemark.prober.browser.RawHttpServer.response;
import static dev.tidemark.prober.browser.RawHttpServer.write;

import dev.tidemark.model.result.SampleWarning;
import java.util.ArrayList;
import java.util.List;

/** Pages that change built-in functions, never become idle, or request too much. */
final class HostileEnvironments {

    private static final String TEXT = "<!doctype html><title>t</title><h1>Painted</h1><p>Some words to paint</p>";
    private static final String[] VITALS = {"TTFB", "FCP", "LCP", "CLS", "TBT", "LOAD"};

    private HostileEnvironments() {}

    static List<HostilePage> all() {
        List<HostilePage> all = new ArrayList<>(bent());
        all.addAll(restless());
        return all;
    }

    private static HostilePage bends(String name, String script) {
        return page("bends " + name, "<script>" + script + "</script>" + TEXT).keeps(VITALS);
    }

    private static List<HostilePage> bent() {
        return List.of(
                bends(
                        "fetch and xhr",
                        "window.fetch=()=>{throw 1};XMLHttpRequest.prototype.send=()=>{throw 1};navigator.sendBeacon=()=>{throw 1}"),
                bends("promise", "window.Promise=class{then(){return this}};Promise.prototype.then=()=>{throw 1}"),
                bends(
                        "observers",
                        "window.PerformanceObserver=window.MutationObserver=window.IntersectionObserver=class{constructor(){throw 1}}"),
                bends(
                        "performance",
                        "Object.defineProperty(window,'performance',{get(){throw 1}});delete Performance.prototype.now;Performance.prototype.getEntriesByType=()=>[]"),
                bends(
                        "json and date",
                        "JSON.stringify=()=>'x';JSON.parse=()=>{throw 1};Date=function(){return 0};Date.now=()=>-1"),
                bends(
                        "arrays",
                        "for(const k of Object.getOwnPropertyNames(Array.prototype))try{Array.prototype[k]=()=>{throw 1}}catch(e){}"),
                bends(
                        "objects",
                        "for(const k of ['toString','hasOwnProperty','valueOf'])Object.prototype[k]=()=>{throw 1};Object.defineProperty(Object.prototype,'then',{get(){throw 1}})"),
                bends(
                        "iterators",
                        "Array.prototype[Symbol.iterator]=function*(){};Function.prototype.call=Function.prototype.apply=Function.prototype.bind=()=>{throw 1}"),
                bends(
                        "events",
                        "EventTarget.prototype.addEventListener=()=>{throw 1};EventTarget.prototype.dispatchEvent=()=>{throw 1};addEventListener('load',e=>e.stopImmediatePropagation(),true)"),
                bends(
                        "timers",
                        "window.setTimeout=window.setInterval=window.requestAnimationFrame=()=>0;for(let i=0;i<2000;i++){clearTimeout(i);clearInterval(i)}"),
                bends(
                        "documents",
                        "Document.prototype.querySelector=()=>{throw 1};Object.defineProperty(document,'title',{get(){for(;;);}});Object.defineProperty(document,'readyState',{get(){throw 1}})"),
                bends(
                        "by freezing",
                        "for(const k of Object.getOwnPropertyNames(window))try{Object.freeze(window[k]);Object.freeze(window[k].prototype)}catch(e){}"),
                bends(
                        "by deleting",
                        "for(const k of Object.getOwnPropertyNames(window))try{delete window[k]}catch(e){}"),
                bends("names", "window.__tidemark=window.tidemark=()=>{throw 1};window.top2=1"),
                page(
                                "forms that hide properties",
                                "<form id=performance name=documentElement><input name=parentNode><input name=nodeType><input name=id><h1>Painted</h1></form><img name=getElementsByTagName>")
                        .keeps(VITALS),
                page(
                                "own marks with hostile names",
                                TEXT
                                        + "<script>performance.mark('\\u0000\\ud800');performance.mark('x'.repeat(5000));performance.mark('a:b\"</script>');performance.measure('FCP')</script>")
                        .keeps(VITALS),
                page(
                                "writes after load",
                                TEXT
                                        + "<script>onload=()=>setTimeout(()=>{document.open();document.write('<h1>New words</h1>');document.close()},500)</script>")
                        .keeps("TTFB", "FCP"),
                page(
                                "removes everything",
                                TEXT
                                        + "<script>onload=()=>setTimeout(()=>document.documentElement.remove(),800)</script>")
                        .keeps(VITALS),
                page("stops itself", TEXT + "<img src=never><script>setTimeout(()=>window.stop(),500)</script>")
                        .keeps("TTFB", "FCP"),
                page(
                                "no webgl",
                                TEXT
                                        + "<canvas id=c></canvas><script>const g=c.getContext('webgl2');document.title=!!g</script>")
                        .keeps(VITALS),
                site(
                                "sandboxed by policy",
                                site -> site.raw(
                                        "",
                                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Security-Policy: sandbox; default-src 'none'\r\nConnection: close\r\n\r\n"
                                                + TEXT))
                        .keeps(VITALS),
                site(
                                "isolated from others",
                                site -> site.raw(
                                        "",
                                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nCross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\nConnection: close\r\n\r\n"
                                                + TEXT))
                        .keeps(VITALS),
                site("moves to another process", site -> {
                            String other = site.raw(
                                            "b",
                                            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nCross-Origin-Opener-Policy: same-origin\r\nConnection: close\r\n\r\n"
                                                    + TEXT)
                                    .replace("127.0.0.1", "unknown.example");
                            return site.page(
                                    "", TEXT + "<script>setTimeout(()=>location='" + other + "',700)</script>");
                        })
                        .keeps(VITALS),
                page(
                                "goes back",
                                TEXT
                                        + "<script>if(!location.search&&!sessionStorage.x){sessionStorage.x=1;setTimeout(()=>location='?b',300)}else if(location.search)setTimeout(()=>history.back(),300)</script>")
                        .keeps(VITALS),
                page(
                                "speculates",
                                TEXT
                                        + "<script type=speculationrules>{\"prerender\":[{\"urls\":[\"?next\"]}]}</script><script>if(!location.search)setTimeout(()=>location='?next',1500)</script>")
                        .keeps(VITALS),
                page(
                                "loses its frame",
                                TEXT
                                        + "<iframe srcdoc='<script>parent.document.querySelector(\"iframe\").remove()</script>'></iframe>")
                        .keeps(VITALS),
                site("own service worker", site -> {
                            site.raw(
                                    "sw.js",
                                    response(
                                            "200 OK",
                                            "text/javascript",
                                            "onfetch=e=>e.respondWith(new Response('<h1>From the worker</h1>',{headers:{'Content-Type':'text/html'}}))"));
                            return site.page(
                                    "",
                                    TEXT
                                            + "<script>navigator.serviceWorker.register('sw.js').then(()=>navigator.serviceWorker.ready).then(()=>{if(!sessionStorage.x){sessionStorage.x=1;location.reload()}})</script>");
                        })
                        .keeps("FCP", "LCP"),
                site("secure with plain parts", site -> {
                            String image = site.elsewhere("i.png");
                            return site.secure(
                                    "",
                                    client -> write(
                                            client, response("200 OK", "text/html", TEXT + "<img src=" + image + ">")));
                        })
                        .ends(TLS_ERROR));
    }

    private static List<HostilePage> restless() {
        return List.of(
                site("event stream", site -> {
                            site.at("s", client -> {
                                write(client, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
                                HostilePage.drip(client, "data: x\n\n", 100);
                            });
                            return site.page("", TEXT + "<script>new EventSource('s').onmessage=e=>{}</script>");
                        })
                        .keeps(VITALS)
                        .keeps("TTI"),
                site("polls endlessly", site -> {
                            site.raw("p", response("200 OK", "application/json", "{}"));
                            return site.page("", TEXT + "<script>setInterval(()=>fetch('p'),100)</script>");
                        })
                        .keeps(VITALS),
                site("long poll", site -> {
                            site.at("p", client -> Thread.sleep(60_000));
                            return site.page("", TEXT + "<script>fetch('p')</script>");
                        })
                        .keeps(VITALS),
                site("five long polls", site -> {
                            site.at("p", client -> Thread.sleep(60_000));
                            return site.page("", TEXT + "<script>for(let i=0;i<5;i++)fetch('p?'+i)</script>");
                        })
                        .keeps(VITALS)
                        .within(8),
                site("image that never comes", site -> {
                            site.at("i.png", client -> Thread.sleep(60_000));
                            return site.page("", TEXT + "<img src=i.png>");
                        })
                        .ends(TIMEOUT, "load")
                        .keeps("TTFB", "FCP", "LCP")
                        .within(7),
                site("style that never comes", site -> {
                            site.at("s.css", client -> Thread.sleep(60_000));
                            return site.page("", "<link rel=stylesheet href=s.css>" + TEXT);
                        })
                        .ends(TIMEOUT, "load")
                        .keeps("TTFB")
                        .within(7),
                site("script that never comes", site -> {
                            site.at("s.js", client -> Thread.sleep(60_000));
                            return site.page("", "<script src=s.js></script>" + TEXT);
                        })
                        .ends(TIMEOUT, "load")
                        .keeps("TTFB")
                        .within(7),
                site("font that never comes", site -> {
                            site.at("f.woff2", client -> Thread.sleep(60_000));
                            return site.page(
                                    "",
                                    "<style>@font-face{font-family:f;src:url(f.woff2)}h1{font-family:f}</style>"
                                            + TEXT);
                        })
                        .ends(TIMEOUT, "load")
                        .keeps("TTFB", "FCP")
                        .within(9),
                site("frame that never comes", site -> {
                            site.at("f", client -> Thread.sleep(60_000));
                            return site.page("", TEXT + "<iframe src=f></iframe>");
                        })
                        .ends(TIMEOUT, "load")
                        .keeps("TTFB", "FCP")
                        .within(7),
                site("broken parts", site -> {
                            site.at("a.js", client -> client.setSoLinger(true, 0));
                            site.raw("b.css", response("500 No", "text/css", ""));
                            site.raw("c.js", "garbage");
                            return site.page(
                                    "",
                                    TEXT
                                            + "<script src=a.js></script><link rel=stylesheet href=b.css><script src=c.js></script><img src=http://127.0.0.1:2/x><script src=http://no-such-host.invalid/></script>");
                        })
                        .keeps(VITALS),
                page(
                                "asks the database",
                                TEXT
                                        + "<img src=http://127.0.0.1:5432/><script>fetch('http://169.254.169.254/').catch(()=>{});try{new WebSocket('ws://127.0.0.1:5432/')}catch(e){}</script>")
                        .warns(SampleWarning.BLOCKED_ADDRESS)
                        .keeps(VITALS),
                site("frame in itself", site -> site.page("", TEXT + "<iframe src='?'></iframe>"))
                        .keeps("TTFB", "FCP"),
                site(
                                "frames in frames",
                                site -> site.page(
                                        "",
                                        TEXT + "<iframe src='' id=f></iframe><script>f.src='?'+Math.random()</script>"))
                        .ends(TIMEOUT)
                        .keeps("TTFB", "FCP")
                        .within(8),
                page(
                                "frame reloads endlessly",
                                TEXT
                                        + "<iframe srcdoc='<script>setInterval(()=>location.reload(),50)</script>'></iframe>")
                        .keeps(VITALS),
                page(
                                "many frames",
                                TEXT
                                        + "<script>for(let i=0;i<200;i++)document.body.appendChild(document.createElement('iframe')).srcdoc='<p>'+i</script>")
                        .keeps("TTFB", "FCP")
                        .within(45),
                page("frame alerts", TEXT + "<iframe srcdoc='<script>for(;;)alert(1)</script>'></iframe>")
                        .ends(LIMIT_EXCEEDED, "dialogs")
                        .warns(SampleWarning.DIALOG),
                site("two thousand requests", site -> {
                            site.raw("i.gif", response("200 OK", "image/gif", "GIF89a"));
                            return site.page(
                                    "", TEXT + "<script>for(let i=0;i<2100;i++)new Image().src='i.gif?'+i</script>");
                        })
                        .warns(SampleWarning.TRUNCATED)
                        .keeps(VITALS)
                        .within(60),
                site("requests endlessly", site -> {
                            site.raw("i.gif", response("200 OK", "image/gif", "GIF89a"));
                            return site.page(
                                    "",
                                    TEXT
                                            + "<script>let n=0;setInterval(()=>{for(let i=0;i<20;i++)new Image().src='i.gif?'+n++},20)</script>");
                        })
                        .ends(LIMIT_EXCEEDED, "requests")
                        .warns(SampleWarning.TRUNCATED)
                        .keeps("TTFB", "FCP")
                        .within(40),
                site("sixty megabytes", site -> {
                            site.raw("big", response("200 OK", "application/octet-stream", "x".repeat(6 << 20)));
                            return site.page(
                                    "",
                                    TEXT + "<script>for(let i=0;i<10;i++)fetch('big?'+i).then(r=>r.blob())</script>");
                        })
                        .ends(LIMIT_EXCEEDED, "bytes")
                        .keeps("TTFB", "FCP")
                        .within(30));
    }
}
