using System.Buffers.Text;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Padel.Booking.Bookings;

/// <summary>Where a page of bookings ended: start and id, opaque to clients.</summary>
internal sealed record BookingCursor(DateTimeOffset StartsAt, Guid BookingId)
{
    private const int TicksBytes = 8;
    private const int GuidBytes = 16;

    public static BookingCursor After(Booking booking) => new(booking.StartsAt, booking.BookingId);

    public string Write()
    {
        Span<byte> bytes = stackalloc byte[TicksBytes + GuidBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, StartsAt.UtcTicks);
        BookingId.TryWriteBytes(bytes[TicksBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryRead(string text, [NotNullWhen(true)] out BookingCursor? cursor)
    {
        cursor = null;
        Span<byte> bytes = stackalloc byte[TicksBytes + GuidBytes];
        if (!Base64Url.IsValid(text, out var length) || length != bytes.Length || !Base64Url.TryDecodeFromChars(text, bytes, out _))
            return false;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks)
            return false;
        cursor = new BookingCursor(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[TicksBytes..]));
        return true;
    }
}
