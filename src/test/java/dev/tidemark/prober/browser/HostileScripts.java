package dev.tidemark.prober.browser;

import static dev.tidemark.model.result.OutcomeType.LIMIT_EXCEEDED;
import static dev.tidemark.model.result.OutcomeType.NAVIGATION_LOOP;
import static dev.tidemark.model.result.OutcomeType.OUT_OF_MEMORY;
import static dev.tidemark.model.result.OutcomeType.PAGE_CRASH;
import static dev.tidemark.model.result.OutcomeType.PAGE_UNRESPONSIVE;
import static dev.tidemark.model.result.OutcomeType.TIMEOUT;
import static dev.tidemark.model.result.SampleWarning.DIALOG;
import static dev.tidemark.model.result.SampleWarning.METRICS_MISSING;
import static dev.tidemark.model.result.SampleWarning.POPUP;
import static dev.tidemark.model.result.SampleWarning.TRUNCATED;
import static dev.tidemark.prober.browser.HostilePage.page;
import static dev.tidemark.prober.browser.HostilePage.site;

import java.util.List;

/** Pages whose scripts misbehave. */
final class HostileScripts {

    private static final String TEXT = "<!doctype html><title>t</title><h1>Painted</h1><p>Some words to paint</p>";
    private static final String[] VITALS = {"TTFB", "FCP", "LCP", "CLS", "TBT", "LOAD"};

    private HostileScripts() {}

    static List<HostilePage> all() {
        return List.of(
                page("loop before paint", "<script>for(;;);</script><h1>x</h1>")
                        .ends(PAGE_UNRESPONSIVE)
                        .keeps("TTFB")
                        .within(7),
                page("loop in the middle of the body", TEXT + "<script>for(;;);</script>")
                        .ends(PAGE_UNRESPONSIVE)
                        .keeps("TTFB")
                        .within(7),
                page("loop in the load event", TEXT + "<script>onload=()=>{for(;;);}</script>")
                        .ends(PAGE_UNRESPONSIVE)
                        .keeps("TTFB")
                        .within(7),
                page("loop in a timer", TEXT + "<script>setTimeout(()=>{for(;;);},1500)</script>")
                        .ends(PAGE_UNRESPONSIVE)
                        .keeps(VITALS)
                        .within(7),
                page(
                                "loop in microtasks",
                                TEXT
                                        + "<script>setTimeout(()=>{const f=()=>Promise.resolve().then(f);f()},1500)</script>")
                        .ends(PAGE_UNRESPONSIVE)
                        .keeps(VITALS)
                        .within(7),
                page("loop in a frame", TEXT + "<iframe srcdoc='<script>for(;;);</script>'></iframe>")
                        .ends(PAGE_UNRESPONSIVE)
                        .keeps("TTFB")
                        .within(7),
                page("loop in a worker", TEXT + "<script>new Worker('data:text/javascript,for(;;);')</script>")
                        .keeps(VITALS),
                page(
                                "loop in an animation frame",
                                TEXT
                                        + "<script>const f=()=>{requestAnimationFrame(f);const e=Date.now()+90;while(Date.now()<e);};f()</script>")
                        .keeps("TTFB", "FCP")
                        .within(7),
                page(
                                "loop in a regular expression",
                                TEXT + "<script>setTimeout(()=>/^(a+)+$/.test('a'.repeat(40)+'b'),1500)</script>")
                        .ends(PAGE_UNRESPONSIVE)
                        .keeps(VITALS)
                        .within(7),
                site("scripts that call scripts", site -> {
                            site.raw(
                                    "s.js",
                                    RawHttpServer.response(
                                            "200 OK",
                                            "text/javascript",
                                            "{const e=Date.now()+400;while(Date.now()<e);const s=document.createElement('script');s.src='s.js?'+e;document.body.append(s)}"));
                            return site.page("", TEXT + "<script src=s.js></script>");
                        })
                        .ends(TIMEOUT, "script")
                        .keeps("TTFB", "FCP")
                        .within(8),
                page(
                                "blocked for a while",
                                TEXT
                                        + "<script>setTimeout(()=>{const e=Date.now()+4000;while(Date.now()<e);},1000)</script>")
                        .keeps(VITALS)
                        .within(20),
                page("alerts endlessly", TEXT + "<script>setTimeout(()=>{for(;;)alert('x')},800)</script>")
                        .ends(LIMIT_EXCEEDED, "dialogs")
                        .warns(DIALOG)
                        .keeps("TTFB", "FCP"),
                page("alert before paint", "<script>for(let i=0;i<5;i++)alert(i)</script>" + TEXT)
                        .warns(DIALOG)
                        .keeps(VITALS),
                page("confirm and prompt", TEXT + "<script>document.title=confirm('?')+prompt('!','x')</script>")
                        .warns(DIALOG)
                        .keeps(VITALS),
                page(
                                "beforeunload",
                                TEXT
                                        + "<script>onbeforeunload=e=>{e.preventDefault();return e.returnValue='stay'}</script>")
                        .keeps(VITALS),
                page(
                                "beforeunload and leaving",
                                TEXT
                                        + "<script>if(!location.search){onbeforeunload=e=>{e.preventDefault();return 'stay'};setTimeout(()=>location='?x',500)}</script>")
                        .keeps(VITALS),
                page("print loop", TEXT + "<script>setInterval(()=>print(),200)</script>")
                        .keeps(VITALS),
                page("windows endlessly", TEXT + "<script>setInterval(()=>open('about:blank'),50)</script>")
                        .ends(LIMIT_EXCEEDED, "popups")
                        .warns(POPUP),
                page("windows at once", TEXT + "<script>for(let i=0;i<50;i++)open('?'+i)</script>")
                        .ends(LIMIT_EXCEEDED, "popups")
                        .warns(POPUP),
                page("one popup that alerts", TEXT + "<script>if(!location.search)open('?1');else alert(1)</script>")
                        .warns(POPUP)
                        .keeps(VITALS),
                page("console flood", TEXT + "<script>for(let i=0;i<20000;i++)console.log('line '+i,{a:1})</script>")
                        .warns(TRUNCATED)
                        .keeps(VITALS)
                        .within(45),
                page(
                                "console flood endlessly",
                                TEXT
                                        + "<script>setInterval(()=>{for(let i=0;i<50;i++)console.error('line '+i)},20)</script>")
                        .warns(TRUNCATED)
                        .keeps("TTFB", "FCP"),
                page(
                                "exceptions endlessly",
                                TEXT + "<script>setInterval(()=>{throw new Error('x'.repeat(5000))},1)</script>")
                        .keeps(VITALS),
                page("long console line", TEXT + "<script>console.log('x'.repeat(5e6))</script>")
                        .keeps(VITALS),
                page("long title", TEXT + "<script>document.title='x'.repeat(1e7)</script>")
                        .keeps(VITALS),
                page("title endlessly", TEXT + "<script>setInterval(()=>document.title=Math.random(),1)</script>")
                        .keeps(VITALS),
                page(
                                "title that is no text",
                                "<svg><title>in svg</title></svg><form><input name=title></form><h1>Text</h1>")
                        .keeps(VITALS),
                page(
                                "many nodes",
                                TEXT
                                        + "<script>let s='';for(let i=0;i<100000;i++)s+='<b>'+i+'</b> ';document.body.insertAdjacentHTML('beforeend',s)</script>")
                        .keeps(VITALS),
                page(
                                "nodes deeper than the stack",
                                TEXT
                                        + "<script>let d=document.body;for(let i=0;i<20000;i++)d=d.appendChild(document.createElement('div'))</script>")
                        .ends(PAGE_CRASH),
                page(
                                "deep nodes",
                                TEXT
                                        + "<script>let d=document.body;for(let i=0;i<1000;i++)d=d.appendChild(document.createElement('div'))</script>")
                        .keeps(VITALS),
                page(
                                "marks and measures endlessly",
                                TEXT
                                        + "<script>for(let i=0;i<20000;i++){performance.mark('m'+i);performance.measure('x'+i)}</script>")
                        .warns(TRUNCATED)
                        .keeps(VITALS),
                page(
                                "shifts endlessly",
                                TEXT
                                        + "<div id=a></div><p>moves</p><script>let n=0;setInterval(()=>a.style.height=(n++%2*99)+'px',30)</script>")
                        .keeps(VITALS),
                site(
                                "wants to close itself by tricks",
                                site -> site.raw(
                                        "",
                                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nCross-Origin-Opener-Policy: same-origin\r\nConnection: close\r\n\r\n"
                                                + TEXT
                                                + "<script>setTimeout(()=>{open('','_self');close();self.opener=self;close();top.close()},500)</script>"))
                        .keeps(VITALS),
                site("floods the console, then leaves", site -> {
                            site.page("next", TEXT);
                            return site.page(
                                    "",
                                    TEXT
                                            + "<script>for(let i=0;i<6000;i++)console.log(i);setTimeout(()=>location='next',3000)</script>");
                        })
                        .ends(TIMEOUT, "collect")
                        .keeps("BYTES")
                        .within(9),
                page(
                                "changes its address thousands of times a second",
                                TEXT
                                        + "<script>let n=0;setInterval(()=>{for(let i=0;i<150;i++)history.replaceState(0,'','?'+n++)},20)</script>")
                        .keeps(VITALS)
                        .keeps("TTI")
                        .within(14),
                page("wants to close itself", TEXT + "<script>setTimeout(()=>window.close(),500)</script>")
                        .keeps(VITALS),
                page(
                                "popup that hangs",
                                TEXT
                                        + "<script>const w=open('');setTimeout(()=>{if(w)w.eval('for(;;);')},300)</script>")
                        .ends(PAGE_UNRESPONSIVE)
                        .warns(POPUP)
                        .keeps(VITALS)
                        .within(8),
                page(
                                "array buffers endlessly",
                                TEXT
                                        + "<script>const a=[];setInterval(()=>{const b=new Uint8Array(64<<20);b.fill(1);a.push(b)},10)</script>")
                        .ends(OUT_OF_MEMORY)
                        .keeps("TTFB")
                        .within(60),
                page(
                                "objects endlessly",
                                TEXT
                                        + "<script>setTimeout(()=>{const a=[];for(;;)a.push({x:new Array(1000).fill(Math.random())})},300)</script>")
                        .ends(OUT_OF_MEMORY)
                        .keeps(VITALS)
                        .within(60),
                page(
                                "nodes endlessly",
                                TEXT
                                        + "<script>setTimeout(()=>{for(;;)document.body.appendChild(document.createElement('p')).textContent='x'.repeat(5000)},300)</script>")
                        .ends(OUT_OF_MEMORY)
                        .keeps(VITALS)
                        .within(60),
                page(
                                "address flood",
                                TEXT + "<script>setInterval(()=>history.pushState({},'','?'+Math.random()),1)</script>")
                        .keeps(VITALS),
                page("hash flood", TEXT + "<script>setInterval(()=>location.hash=Math.random(),5)</script>")
                        .keeps(VITALS),
                page("reload endlessly", TEXT + "<script>onload=()=>location.reload()</script>")
                        .ends(NAVIGATION_LOOP),
                page("reload before load", "<script>location.reload()</script>" + TEXT)
                        .ends(NAVIGATION_LOOP),
                page("refresh to itself", "<meta http-equiv=refresh content=0>" + TEXT)
                        .ends(NAVIGATION_LOOP),
                page("refresh after a second", "<meta http-equiv=refresh content=1>" + TEXT)
                        .ends(NAVIGATION_LOOP),
                page("assigns its address endlessly", TEXT + "<script>location='?'+Math.random()</script>")
                        .ends(NAVIGATION_LOOP),
                site("two pages endlessly", site -> {
                            site.page("b", TEXT + "<script>location='./'</script>");
                            return site.page("", TEXT + "<script>location='b'</script>");
                        })
                        .ends(NAVIGATION_LOOP),
                page(
                                "posts itself endlessly",
                                TEXT + "<form method=post></form><script>document.forms[0].submit()</script>")
                        .ends(NAVIGATION_LOOP),
                page("nothing at all to paint", "<body></body>")
                        .warns(METRICS_MISSING)
                        .keeps("TTFB", "LOAD"),
                page("only background", "<body style='background:red;height:100vh'></body>")
                        .warns(METRICS_MISSING)
                        .keeps("TTFB", "LOAD"),
                page("hidden text", "<h1 style='opacity:0'>x</h1>").keeps("TTFB", "LOAD"));
    }
}
