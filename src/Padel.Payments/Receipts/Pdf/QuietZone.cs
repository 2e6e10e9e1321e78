using System.Collections;
using QRCoder;

namespace Padel.Payments.Receipts.Pdf;

/// <summary>The code's own squares; the white around it is the page's.</summary>
internal static class QuietZone
{
    private const int Modules = 4;

    public static List<BitArray> Without(QRCodeData code)
    {
        var rows = code.ModuleMatrix;
        var side = rows.Count - (2 * Modules);
        return [.. rows.GetRange(Modules, side).Select(row => new BitArray([.. Enumerable.Range(Modules, side).Select(at => row[at])]))];
    }
}
