using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Payments.Desk;

/// <summary>Why staff did it: asked for wherever money goes another way than usual.</summary>
internal static class StaffReason
{
    public const int MaxLength = 500;

    public static Error? Invalid(string? text, string field = "reason") =>
        string.IsNullOrWhiteSpace(text) || text.Length > MaxLength ? RequestErrors.Invalid((field, $"1 to {MaxLength} characters.")) : null;
}
