using System.Collections.Concurrent;
using System.Net;

namespace Padel.IntegrationTests.MoneyChaos;

/// <summary>What happened in a run, to be told when it fails and recorded when it does not.</summary>
internal sealed class ChaosCounts(int wanted)
{
    private const int ShownBroken = 5;
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _begun;

    /// <summary>Answers that must never come.</summary>
    public ConcurrentQueue<string> Broken { get; } = new();

    public int Begun => Volatile.Read(ref _begun);

    /// <summary>Takes one of the operations of the run; false when they are used up.</summary>
    public bool Begin() => Interlocked.Increment(ref _begun) <= wanted;

    public void Did(string what) => _counts.AddOrUpdate(what, 1, (_, before) => before + 1);

    public void Lost() => Did("answers lost");

    public void Answered(HttpMethod method, string path, HttpStatusCode status, string body)
    {
        Did(((int)status / 100) + "xx");
        if ((int)status >= 500)
            Broken.Enqueue($"{method} {path}: {(int)status} {body}");
    }

    public override string ToString() =>
        string.Join(", ", _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}").Concat(Broken.Take(ShownBroken)));
}
