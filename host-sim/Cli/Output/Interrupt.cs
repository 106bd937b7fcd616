using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Bms.Cli.Output;

/// <summary>Turns the first Ctrl-C, or request to terminate, into a cancellation that cleans up; a second one ends at once.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration[] _signals;

    /// <summary>Begins to listen.</summary>
    /// <param name="outer">What may also interrupt.</param>
    public Interrupt(CancellationToken outer)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _signals = Array.ConvertAll([PosixSignal.SIGINT, PosixSignal.SIGTERM], signal => PosixSignalRegistration.Create(signal, Cancel));
    }

    /// <summary>Cancelled once interrupted.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Throws once interrupted.</summary>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public void ThrowIfAny() => _source.Token.ThrowIfCancellationRequested();

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
