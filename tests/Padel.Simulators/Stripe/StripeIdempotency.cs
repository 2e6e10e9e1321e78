using System.Collections.Concurrent;

namespace Padel.Simulators.Stripe;

/// <summary>The first answer under a key is the answer, whatever it was; other parameters under it are refused, and so is a second call meanwhile.</summary>
internal sealed class StripeIdempotency
{
    private const int LongestKey = 255;

    private readonly ConcurrentDictionary<(string Account, string Key), Entry> _entries = new();

    private sealed class Entry(string request)
    {
        public string Request { get; } = request;
        public StripeAnswer? Answer { get; set; }
    }

    public async Task<StripeAnswer> Once(HttpContext http, string account, string request, Func<Task<StripeAnswer>> work)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
            return await work();
        if (key.Length > LongestKey)
            return StripeAnswer.Invalid("The idempotency key is too long.");
        var mine = new Entry(request);
        var entry = _entries.GetOrAdd((account, key), mine);
        if (ReferenceEquals(entry, mine))
            return mine.Answer = await work();
        if (entry.Request != request)
            return StripeAnswer.Error(StatusCodes.Status400BadRequest, "idempotency_error", "Keys for idempotent requests can only be used with the same parameters they were first used with.");
        if (entry.Answer is not { } answer)
            return StripeAnswer.Error(StatusCodes.Status409Conflict, "idempotency_error", "There is currently another in-progress request using this key.", "idempotency_key_in_use");
        http.Response.Headers["Idempotent-Replayed"] = "true";
        return answer;
    }
}
