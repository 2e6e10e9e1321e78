namespace Padel.Payments.Receipts.Pdf;

/// <summary>The shapes of Arabic and Urdu letters as Unicode numbers them: alone, last, first and within a word.</summary>
internal static class ArabicForms
{
    public const int Lam = 0x0644;

    // Letter, its lone form, and how many forms follow each other there: 4 join both ways, 2 only to the letter before, 1 not at all.
    private static readonly Dictionary<int, (int First, int Count)> Forms = new()
    {
        [0x0621] = (0xFE80, 1), [0x0622] = (0xFE81, 2), [0x0623] = (0xFE83, 2), [0x0624] = (0xFE85, 2), [0x0625] = (0xFE87, 2),
        [0x0626] = (0xFE89, 4), [0x0627] = (0xFE8D, 2), [0x0628] = (0xFE8F, 4), [0x0629] = (0xFE93, 2), [0x062A] = (0xFE95, 4),
        [0x062B] = (0xFE99, 4), [0x062C] = (0xFE9D, 4), [0x062D] = (0xFEA1, 4), [0x062E] = (0xFEA5, 4), [0x062F] = (0xFEA9, 2),
        [0x0630] = (0xFEAB, 2), [0x0631] = (0xFEAD, 2), [0x0632] = (0xFEAF, 2), [0x0633] = (0xFEB1, 4), [0x0634] = (0xFEB5, 4),
        [0x0635] = (0xFEB9, 4), [0x0636] = (0xFEBD, 4), [0x0637] = (0xFEC1, 4), [0x0638] = (0xFEC5, 4), [0x0639] = (0xFEC9, 4),
        [0x063A] = (0xFECD, 4), [0x0641] = (0xFED1, 4), [0x0642] = (0xFED5, 4), [0x0643] = (0xFED9, 4), [0x0644] = (0xFEDD, 4),
        [0x0645] = (0xFEE1, 4), [0x0646] = (0xFEE5, 4), [0x0647] = (0xFEE9, 4), [0x0648] = (0xFEED, 2), [0x0649] = (0xFEEF, 2),
        [0x064A] = (0xFEF1, 4), [0x0679] = (0xFB66, 4), [0x067E] = (0xFB56, 4), [0x0686] = (0xFB7A, 4), [0x0688] = (0xFB88, 2),
        [0x0691] = (0xFB8C, 2), [0x0698] = (0xFB8A, 2), [0x06A9] = (0xFB8E, 4), [0x06AF] = (0xFB92, 4), [0x06BA] = (0xFB9E, 2),
        [0x06BE] = (0xFBAA, 4), [0x06C0] = (0xFBA4, 2), [0x06C1] = (0xFBA6, 4), [0x06CC] = (0xFBFC, 4), [0x06D2] = (0xFBAE, 2),
        [0x06D3] = (0xFBB0, 2),
    };

    // Lam and an alef are written as one.
    private static readonly Dictionary<int, int> LamWithAlef = new() { [0x0622] = 0xFEF5, [0x0623] = 0xFEF7, [0x0625] = 0xFEF9, [0x0627] = 0xFEFB };

    public static bool IsRightToLeft(int character) => character is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC;

    /// <summary>Vowel signs and invisible joiners. Names rarely carry the signs, and placing them needs tables that we do not read: they are left out.</summary>
    public static bool IsMark(int character) =>
        character is >= 0x064B and <= 0x065F or 0x0670 or >= 0x0610 and <= 0x061A or >= 0x06D6 and <= 0x06ED or >= 0x200B and <= 0x200F;

    public static bool JoinsBefore(int character) => Forms.TryGetValue(character, out var form) && form.Count > 1;

    public static bool JoinsAfter(int character) => Forms.TryGetValue(character, out var form) && form.Count == 4;

    public static int Shape(int character, bool joinedBefore, bool joinedAfter) =>
        Forms.TryGetValue(character, out var form) ? form.First + (joinedAfter ? (joinedBefore ? 3 : 2) : joinedBefore ? 1 : 0) : character;

    /// <summary>The one shape of lam and this alef; null when it is no alef.</summary>
    public static int? LamAnd(int alef, bool joinedBefore) => LamWithAlef.TryGetValue(alef, out var shape) ? shape + (joinedBefore ? 1 : 0) : null;
}
