using Bms.Simulation.Results;

namespace Bms.Simulation.Laboratory.Reporting;

/// <summary>The style sheet of an experiment's report: that of every report, and what charts of one quantity over another need.</summary>
internal static class LaboratoryStyle
{
    /// <summary>The sheet.</summary>
    public const string Sheet = ReportStyle.Sheet + """

        :root { --c0: #0072b2; --c1: #d55e00; --c2: #009e73; --c3: #a8487c; --c4: #c98a00; --c5: #56b4e9; --c6: #5d6670; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --c0: #56b4e9; --c1: #ff8a3d; --c2: #1dbf91; --c3: #dd92bd; --c4: #e69f00; --c5: #f0e442; --c6: #9aa4af; }
        }
        .charts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 26px 24px; align-items: end; }
        .charts figcaption { padding-right: 2.5%; }
        .c0 { --c: var(--c0); } .c1 { --c: var(--c1); } .c2 { --c: var(--c2); } .c3 { --c: var(--c3); } .c4 { --c: var(--c4); } .c5 { --c: var(--c5); } .c6 { --c: var(--c6); }
        .broken { stroke-dasharray: 5 4; stroke-linecap: butt; }
        .point { fill: var(--c); stroke: var(--paper); stroke-width: .8; }
        .plot path.point { pointer-events: auto; }
        .spot { fill: var(--ink); fill-opacity: 0; }
        .spot:hover { fill-opacity: .25; }
        td.number { text-align: right; } th.number { text-align: right; }
        @media screen and (max-width: 900px) { .charts { grid-template-columns: 1fr; } }
        """;
}
