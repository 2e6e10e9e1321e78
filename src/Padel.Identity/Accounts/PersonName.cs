namespace Padel.Identity.Accounts;

/// <summary>What people may be called: any script, 1 to 100 characters, no control characters; runs of spaces are one.</summary>
internal static class PersonName
{
    public const int MaxLength = 100;
    public const string Rule = "1 to 100 characters.";

    public static bool TryRead(string? text, out string name)
    {
        name = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length is > 0 and <= MaxLength && !name.Any(char.IsControl);
    }
}
