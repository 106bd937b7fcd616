using System.Collections.Generic;

namespace Bms.Simulation.Scenarios;

/// <summary>Walks through steps one by one, repetitions unrolled as it comes to them.</summary>
internal sealed class StepSequence
{
    private readonly Stack<Level> _levels = new();

    /// <summary>Begins before the first step.</summary>
    public StepSequence(IReadOnlyList<Step> steps, int times) => _levels.Push(new Level(steps, times));

    /// <summary>The next step, never a repetition; null after the last.</summary>
    public Step? Next()
    {
        while (_levels.TryPeek(out Level? level))
        {
            if (level.Next() is not Step step)
            {
                _levels.Pop();
            }
            else if (step is RepeatStep repeat)
            {
                _levels.Push(new Level(repeat.Steps, repeat.Times));
            }
            else
            {
                return step;
            }
        }

        return null;
    }

    private sealed class Level(IReadOnlyList<Step> steps, int times)
    {
        private int _next;
        private int _left = times;

        public Step? Next()
        {
            if (_next == steps.Count)
            {
                _next = 0;
                _left--;
            }

            return _left > 0 && steps.Count > 0 ? steps[_next++] : null;
        }
    }
}
