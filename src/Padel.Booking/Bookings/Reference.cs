using System.Security.Cryptography;

namespace Padel.Booking.Bookings;

/// <summary>The short name of a booking that people read out on the phone: 8 characters, none that look alike (no 0 O 1 I L U V).</summary>
internal static class Reference
{
    public const int Length = 8;
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);
}
