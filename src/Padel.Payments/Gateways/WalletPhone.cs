using Padel.Kernel;

namespace Padel.Payments.Gateways;

/// <summary>A mobile number as wallets want it: 03001234567.</summary>
internal static class WalletPhone
{
    private const string PakistaniMobile = "+923";

    public static string? Of(string? phone) =>
        PhoneNumber.TryParse(phone, out var number) && number.Value.StartsWith(PakistaniMobile, StringComparison.Ordinal) ? $"0{number.Value[3..]}" : null;
}
