using System.Buffers.Binary;

namespace Padel.Payments.Receipts;

/// <summary>
/// A version 7 id whose counter bits are the receipt's number: of receipts issued in the same millisecond too, the later one sorts later, and
/// lists go by it.
/// </summary>
internal static class ReceiptId
{
    private const int Size = 16;
    private const int CounterAt = 6;
    private const int CounterMask = 0x0FFF;
    private const int Version = 0x7000;

    public static Guid New(DateTimeOffset now, long number)
    {
        Span<byte> bytes = stackalloc byte[Size];
        Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[CounterAt..], (ushort)(Version | (number & CounterMask)));
        return new Guid(bytes, bigEndian: true);
    }
}
