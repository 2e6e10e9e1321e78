using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Padel.Booking.Availability;

/// <summary>
/// A day's availability as the bytes that are sent, written once. The compressed forms are made when first asked for: a day that changes
/// all the time is seldom asked for in all three.
/// </summary>
internal sealed class DaySnapshot
{
    private const int BrotliQuality = 4;
    private const int BrotliWindow = 18;
    private const int ETagBytes = 12;

    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    private DaySnapshot(byte[] identity)
    {
        Identity = identity;
        ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(identity).AsSpan(0, ETagBytes))}\"";
        _brotli = new(() => Brotli(Identity));
        _gzip = new(() => Gzip(Identity));
    }

    /// <summary>Over the content. Weak, since it stands for the same content in every encoding.</summary>
    public StringValues ETag { get; }

    public byte[] Identity { get; }

    public byte[] In(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli.Value,
        ContentCoding.Gzip => _gzip.Value,
        _ => Identity,
    };

    /// <param name="durationMinutes">Only this length; null for all.</param>
    public static DaySnapshot Of(DayAvailability day, int? durationMinutes)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, day, durationMinutes);
        return new DaySnapshot(buffer.WrittenSpan.ToArray());
    }

    private static void Write(Utf8JsonWriter json, DayAvailability day, int? durationMinutes)
    {
        json.WriteStartObject();
        json.WriteString("clubId", day.Club.ClubId);
        json.WriteString("date", day.BusinessDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("timeZone", day.Club.Zone.Name);
        if (day.ValidUntil is { } until)
            json.WriteString("validUntil", Instant(WholeSecondAfter(until)));
        json.WriteStartArray("courts");
        foreach (var court in day.Courts)
            WriteCourt(json, court, durationMinutes);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCourt(Utf8JsonWriter json, CourtSlots court, int? durationMinutes)
    {
        json.WriteStartObject();
        json.WriteString("courtId", court.Court.CourtId);
        json.WriteString("name", court.Court.Name);
        json.WriteBoolean("indoor", court.Court.Indoor);
        json.WriteString("surface", court.Court.Surface);
        json.WriteStartArray("slots");
        foreach (var slot in court.Slots)
        {
            if (durationMinutes is null || slot.Options.Any(option => option.DurationMinutes == durationMinutes))
                WriteSlot(json, slot, durationMinutes);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSlot(Utf8JsonWriter json, OpenSlot slot, int? durationMinutes)
    {
        json.WriteStartObject();
        json.WriteString("startsAt", Instant(slot.StartsAt));
        json.WriteStartArray("options");
        foreach (var option in slot.Options)
        {
            if (durationMinutes is { } only && option.DurationMinutes != only)
                continue;
            json.WriteStartObject();
            json.WriteNumber("durationMinutes", option.DurationMinutes);
            json.WriteStartObject("price");
            json.WriteNumber("amountMinor", option.Price.AmountMinor);
            json.WriteString("currency", option.Price.Currency.Code);
            json.WriteEndObject();
            json.WriteBoolean("peak", option.Peak);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // Whoever asks again at the second that is written must find the change done.
    private static DateTimeOffset WholeSecondAfter(DateTimeOffset instant) =>
        new(((instant.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private static byte[] Brotli(byte[] bytes)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, target, out var written, BrotliQuality, BrotliWindow)
            ? target[..written]
            : throw new InvalidOperationException("Brotli did not fit its own bound.");
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return target.ToArray();
    }
}
