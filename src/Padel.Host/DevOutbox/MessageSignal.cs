namespace Padel.Host.DevOutbox;

/// <summary>Wakes those who wait for a message as soon as one is stored by this process.</summary>
internal sealed class MessageSignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => _next.Task;

    public void Raise() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
