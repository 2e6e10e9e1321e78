using System.Text.Json;
using System.Text.Json.Serialization;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Booking.Clubs;

/// <summary>A club's set-up as its file (<c>club.json</c>) says it. Prices are whole rupees per half hour; times are HH:MM and may pass 24:00.</summary>
internal sealed record ClubFile
{
    /// <summary>A set-up file has a few kilobytes; nothing near this size is one.</summary>
    public const int MaxBytes = 1_000_000;

    public required string Name { get; init; }

    public required string Slug { get; init; }

    public required string TimeZone { get; init; }

    public required string Currency { get; init; }

    public string Address { get; init; } = "";

    public ClubFileLocation? Location { get; init; }

    public string? Phone { get; init; }

    public required IReadOnlyList<ClubFileCourt> Courts { get; init; }

    public required IReadOnlyList<ClubFileHours> OpeningHours { get; init; }

    public required ClubFileSlots Slots { get; init; }

    public required IReadOnlyList<ClubFilePrice> PricesPerHalfHour { get; init; }

    public required ClubFileLimits Limits { get; init; }

    public required ClubFileCancellation Cancellation { get; init; }

    public required ClubFilePayments Payments { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        RespectNullableAnnotations = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>Reads and judges a file; the error names every field that is wrong.</summary>
    public static Result<ClubFile> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            var file = JsonSerializer.Deserialize<ClubFile>(utf8, Json);
            if (file is null)
                return RequestErrors.Invalid(("club", "The file holds no club."));
            var problems = ClubFileCheck.Problems(file);
            return problems.Count == 0 ? file : RequestErrors.Invalid([.. problems]);
        }
        catch (JsonException malformed)
        {
            return RequestErrors.Invalid(("club", $"The file is not a club's set-up: {malformed.Message}"));
        }
    }
}

internal sealed record ClubFileLocation(double Latitude, double Longitude);

internal sealed record ClubFileCourt
{
    public required string Name { get; init; }

    public required string Surface { get; init; }

    public bool Indoor { get; init; }
}

internal sealed record ClubFileHours
{
    public required IReadOnlyList<string> Days { get; init; }

    public required string Opens { get; init; }

    public required string Closes { get; init; }
}

internal sealed record ClubFileSlots
{
    public int GridMinutes { get; init; } = 30;

    public required IReadOnlyList<int> Durations { get; init; }

    public bool AvoidGaps { get; init; } = true;

    public int BufferMinutes { get; init; }
}

/// <summary>A price rule; what is left out means "any".</summary>
internal sealed record ClubFilePrice
{
    public required string Name { get; init; }

    /// <summary>Whole units of the currency (rupees) per half hour.</summary>
    public required long Amount { get; init; }

    public IReadOnlyList<string>? Days { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public DateOnly? DateFrom { get; init; }

    public DateOnly? DateTo { get; init; }

    /// <summary>A court's name.</summary>
    public string? Court { get; init; }

    public bool? Indoor { get; init; }

    public string? Surface { get; init; }

    public string? PriceClass { get; init; }

    public int Priority { get; init; }
}

internal sealed record ClubFileLimits
{
    public required int DaysAhead { get; init; }

    public required int ActiveBookings { get; init; }

    public int SeriesWeeksAhead { get; init; }
}

internal sealed record ClubFileCancellation
{
    public required int FreeUntilHours { get; init; }

    public required int HalfUntilHours { get; init; }

    public int GraceMinutes { get; init; } = 60;

    public int NoShowFeePercent { get; init; } = 100;
}

internal sealed record ClubFilePayments
{
    public required IReadOnlyList<string> Methods { get; init; }

    public int HoldMinutes { get; init; } = 10;

    public bool VerifiedContactForAtClub { get; init; } = true;
}
