namespace Bms.Simulation.Results;

/// <summary>The style sheet of a report: light, dark and on paper, with the colours of Okabe and Ito.</summary>
internal static class ReportStyle
{
    /// <summary>The sheet.</summary>
    public const string Sheet = """

        :root {
          --paper: #ffffff; --ink: #16191d; --muted: #5d6670; --rule: #e3e6ea; --panel: #f6f7f9;
          --truth: #0072b2; --request: #e69f00; --allowed: #009e73; --window: #009e73; --strip: #d55e00; --plate: #a8487c; --good: #00734f; --bad: #b84300;
          --window-strength: .09; --envelope: .22;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --paper: #14171b; --ink: #e8eaed; --muted: #9aa4af; --rule: #2b3138; --panel: #1b1f24;
            --truth: #56b4e9; --request: #e69f00; --allowed: #1dbf91; --window: #1dbf91; --strip: #ff8a3d; --plate: #dd92bd; --good: #35cda0; --bad: #ff8a3d;
            --window-strength: .1; --envelope: .3;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; font-variant-numeric: tabular-nums; }
        main { max-width: 1180px; margin: 0 auto; padding: 36px 30px 60px; }
        p { margin: 0 0 10px; max-width: 78ch; }
        .run { color: var(--muted); margin: 0 0 6px; font-weight: 600; }
        h1 { font-size: 25px; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; margin: 0 0 12px; max-width: 64ch; padding-left: 16px; border-left: 5px solid var(--good); text-wrap: pretty; }
        h1.bad { border-color: var(--bad); }
        h2 { font-size: 18px; font-weight: 650; margin: 40px 0 12px; }
        h3 { font-size: 15px; font-weight: 650; margin: 22px 0 8px; }
        .conditions, .fine { color: var(--muted); font-size: 13.5px; max-width: none; }
        .fine { margin-top: 18px; }
        .cards { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1px; margin: 26px 0 0; background: var(--rule); border: 1px solid var(--rule); border-radius: 8px; overflow: hidden; }
        .cards div { background: var(--paper); padding: 13px 16px 14px; }
        .cards dt { color: var(--muted); font-size: 13px; }
        .cards dd { margin: 0; color: var(--muted); font-size: 13px; overflow-wrap: anywhere; }
        .cards .value { color: var(--ink); font-size: 22px; line-height: 1.35; font-weight: 600; }
        .cards .bad .value { color: var(--bad); }
        .panel { margin: 0 0 10px; break-inside: avoid; }
        figcaption { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 8px; font-size: 13.5px; margin: 0 0 1px; padding-right: 7%; }
        figcaption .legend { margin-left: auto; }
        .unit, .legend { color: var(--muted); font-size: 12.5px; }
        .legend { max-width: none; }
        p.legend { margin: 0 0 14px 6.2%; }
        .key { display: inline-block; white-space: nowrap; margin-left: 14px; }
        p.legend .key { margin: 0 0 0 10px; white-space: normal; }
        .swatch { width: 22px; height: 10px; margin-right: 6px; vertical-align: -0.5px; }
        .chart { display: block; width: 100%; height: auto; font-size: 12px; overflow: visible; }
        .strip { margin-top: 6px; }
        text { fill: var(--ink); }
        .tick, .edge { fill: var(--muted); }
        .end { text-anchor: end; }
        .middle, .on { text-anchor: middle; }
        .left { text-anchor: start; }
        .grid { stroke: var(--rule); stroke-width: 1; shape-rendering: crispEdges; }
        .zero { stroke: var(--muted); stroke-opacity: .55; }
        .plot path { pointer-events: none; }
        .line { fill: none; stroke: var(--c); stroke-width: 1.5; stroke-linejoin: round; stroke-linecap: round; }
        .thin { stroke-width: 1; }
        .dashed { --c: var(--ink); stroke-dasharray: 5 4; stroke-linecap: butt; stroke-width: 1.3; }
        .area { fill: var(--c); fill-opacity: var(--envelope); stroke: none; }
        .area.allowed { fill-opacity: .13; }
        .truth { --c: var(--truth); } .request { --c: var(--request); } .allowed { --c: var(--allowed); } .muted { --c: var(--muted); }
        .plating { --c: var(--plate); } .stripping { --c: var(--strip); }
        .window { fill: var(--window); fill-opacity: var(--window-strength); pointer-events: none; }
        .inner { fill-opacity: calc(var(--window-strength) * .7); }
        .episode { fill: var(--bad); fill-opacity: .28; pointer-events: none; }
        .hover { fill: var(--ink); fill-opacity: 0; }
        .hover:hover { fill-opacity: .08; }
        .step { fill: var(--rule); }
        .step:hover { fill-opacity: .7; }
        .mark { fill: var(--ink); stroke: var(--paper); stroke-width: 1; }
        .limiter { fill: var(--c); }
        .pale { fill-opacity: .25; }
        .vermillion { --c: #d55e00; } .purple { --c: #cc79a7; } .blue { --c: #0072b2; } .orange { --c: #e69f00; } .green { --c: #009e73; } .sky { --c: #56b4e9; } .yellow { --c: #f0e442; } .grey { --c: #9aa0a6; }
        text.vermillion, text.purple, text.orange, text.green, text.sky, text.yellow, text.grey { fill: #111; } text.blue { fill: #fff; }
        text.on { pointer-events: none; }
        table { border-collapse: collapse; font-size: 13.5px; margin: 0 0 10px; }
        th { text-align: left; font-weight: 600; color: var(--muted); }
        th, td { padding: 5px 22px 5px 0; vertical-align: top; border-bottom: 1px solid var(--rule); }
        tr { break-inside: avoid; }
        td:first-child { white-space: nowrap; }
        .bar { width: 320px; height: 12px; vertical-align: -1px; }
        code { font: 12.5px/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
        summary { cursor: pointer; color: var(--muted); margin: 6px 0; }
        @media screen and (max-width: 900px) { .cards { grid-template-columns: repeat(2, 1fr); } }
        @page { size: A4 landscape; margin: 9mm 11mm; }
        @media print {
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          html { zoom: .8; }
          main { max-width: 1180px; padding: 0; }
          h2, h3 { break-after: avoid; }
          h2 { margin: 22px 0 8px; }
          .cards { margin-top: 14px; }
          .hover { display: none; }
        }
        """;
}
