using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Payments.Desk;

/// <param name="Method"><c>cash</c> or <c>terminal</c>.</param>
internal sealed record DeskPaymentRequest(string Method, long AmountMinor, string? Note = null)
{
    public const int MaxNoteLength = 500;

    public Error? Invalid()
    {
        var problems = new List<(string, string)>();
        if (Method is not ("cash" or "terminal"))
            problems.Add(("method", "One of cash, terminal."));
        if (AmountMinor <= 0)
            problems.Add(("amountMinor", "More than nothing."));
        if (Note?.Length > MaxNoteLength)
            problems.Add(("note", $"At most {MaxNoteLength} characters."));
        return problems.Count > 0 ? RequestErrors.Invalid([.. problems]) : null;
    }
}
