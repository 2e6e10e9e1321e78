using System.Security.Cryptography;

namespace Padel.Payments.Refunds;

/// <summary>Our own name of a refund, at gateways and on the phone: <c>R</c> and 13 letters and digits, none that look alike.</summary>
internal static class RefundReference
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";
    private const int RandomLength = 13;

    public static string New() => "R" + RandomNumberGenerator.GetString(Alphabet, RandomLength);
}
