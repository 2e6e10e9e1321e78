namespace Padel.Booking.Imports.Reading;

/// <summary>Why a row is not taken: a stable reason and what was written there, for the one who corrects it.</summary>
internal sealed record Refusal(string Reason, string Detail)
{
    private const int MaxQuotedLength = 60;

    public static Refusal Of(string reason, string what, string written) =>
        new(reason, written.Length == 0 ? $"The {what} is missing." : $"\"{Words.Clean(written, MaxQuotedLength)}\" is no {what}.");
}
