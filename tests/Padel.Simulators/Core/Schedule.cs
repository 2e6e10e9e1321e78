namespace Padel.Simulators.Core;

/// <summary>What happens later: a payer who takes time, a notification on its way. A reset forgets all of it.</summary>
internal sealed class Schedule : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);

    private CancellationTokenSource _stop = new();
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    public string? LastError { get; private set; }

    public void After(TimeSpan delay, Func<CancellationToken, Task> what)
    {
        Interlocked.Increment(ref _waiting);
        _ = Run(delay, what, _stop.Token);
    }

    /// <summary>Waits until nothing is left to happen; false when that takes longer than the limit.</summary>
    public async Task<bool> Settled(TimeSpan limit)
    {
        for (var waited = TimeSpan.Zero; Waiting > 0; waited += LookEvery)
        {
            if (waited > limit)
                return false;
            await Task.Delay(LookEvery);
        }

        return true;
    }

    public async Task Forget()
    {
        var old = Interlocked.Exchange(ref _stop, new CancellationTokenSource());
        await old.CancelAsync();
        old.Dispose();
        await Settled(TimeSpan.FromSeconds(5));
        LastError = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Forget();
        _stop.Dispose();
    }

    private async Task Run(TimeSpan delay, Func<CancellationToken, Task> what, CancellationToken stop)
    {
        try
        {
            await Task.Delay(delay, stop);
            await what(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // forgotten by a reset or the end of the program
        }
        catch (Exception error)
        {
            LastError = error.ToString(); // shown by the state, so that a test can fail for it
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
