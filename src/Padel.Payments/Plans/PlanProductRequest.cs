using System.Text.RegularExpressions;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Payments.Plans;

/// <summary>A new product. A package has minutes and days, a membership months and a price class.</summary>
internal sealed partial record PlanProductRequest(
    string Kind, string Name, long PriceMinor, string? Description = null, int? Minutes = null, int? ValidDays = null, Guid[]? CourtIds = null,
    string[]? Weekdays = null, string? From = null, string? To = null, int? PeriodMonths = null, string? PriceClass = null, string[]? Benefits = null,
    bool AutoRenewable = false)
{
    private const int MostMinutes = 60_000;
    private const int MostDays = 1_100;
    private const int MostMonths = 36;
    private const int MostCourts = 100;

    private bool IsPackage => Kind == PlanKind.Package;

    public Error? Invalid()
    {
        var problems = PlanProductText.Problems(Name, Description, PriceMinor, Benefits)
            .Concat(Kind is PlanKind.Package ? PackageProblems() : Kind is PlanKind.Membership ? MembershipProblems() : [("kind", "One of package, membership.")])
            .ToArray();
        return problems.Length > 0 ? RequestErrors.Invalid(problems) : null;
    }

    public PlanProduct ToProduct(Guid clubId, string currency, DateTimeOffset now) => new()
    {
        ProductId = Guid.CreateVersion7(now), ClubId = clubId, Kind = Kind, Name = Name.Trim(), Description = PlanProductText.Blank(Description),
        Currency = currency, PriceMinor = PriceMinor, Minutes = Minutes, ValidDays = ValidDays, CourtIds = CourtIds is { Length: > 0 } ? CourtIds : null,
        Weekdays = Weekdays is { Length: > 0 } ? [.. Weekdays.Select(PlanTimes.ParseWeekday).OfType<int>().Distinct().Order()] : null,
        FromMinute = PlanTimes.Parse(From), ToMinute = PlanTimes.Parse(To), Months = PeriodMonths, PriceClass = PriceClass,
        Benefits = [.. (Benefits ?? []).Select(benefit => benefit.Trim())], AutoRenewable = AutoRenewable && !IsPackage,
    };

    private IEnumerable<(string Field, string Message)> PackageProblems()
    {
        if (Minutes is not (> 0 and <= MostMinutes))
            yield return ("minutes", $"1 to {MostMinutes} minutes of play.");
        if (ValidDays is not (> 0 and <= MostDays))
            yield return ("validDays", $"1 to {MostDays} days.");
        if (CourtIds?.Length > MostCourts)
            yield return ("courtIds", $"At most {MostCourts} courts.");
        if (Weekdays?.Any(day => PlanTimes.ParseWeekday(day) is null) ?? false)
            yield return ("weekdays", "Of mon, tue, wed, thu, fri, sat, sun.");
        if ((From is null) != (To is null) || (From is not null && (PlanTimes.Parse(From) is not { } first || PlanTimes.Parse(To) is not { } last || first >= last)))
            yield return ("from", "Both times as HH:MM, the first before the second; past midnight is 25:00.");
        if (PeriodMonths is not null || PriceClass is not null)
            yield return ("periodMonths", "Months and price class belong to memberships.");
    }

    private IEnumerable<(string Field, string Message)> MembershipProblems()
    {
        if (PeriodMonths is not (> 0 and <= MostMonths))
            yield return ("periodMonths", $"1 to {MostMonths} months.");
        if (PriceClass is null || !ClassName().IsMatch(PriceClass))
            yield return ("priceClass", "The name of a price class, for example member.");
        if (Minutes is not null || ValidDays is not null || CourtIds is not null || Weekdays is not null || From is not null || To is not null)
            yield return ("minutes", "Minutes, days, courts and times belong to packages.");
    }

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,39}$")]
    private static partial Regex ClassName();
}

/// <summary>What is said of a product in words, new or changed.</summary>
internal static class PlanProductText
{
    private const int MostName = 80;
    private const int MostDescription = 400;
    private const int MostBenefits = 10;
    private const long MostPrice = 100_000_000;

    public static IEnumerable<(string Field, string Message)> Problems(string? name, string? description, long? priceMinor, string[]? benefits)
    {
        if (name is not null && (string.IsNullOrWhiteSpace(name) || name.Length > MostName || name.Any(char.IsControl)))
            yield return ("name", $"One line of at most {MostName} characters.");
        if (description?.Length > MostDescription)
            yield return ("description", $"At most {MostDescription} characters.");
        if (priceMinor is <= 0 or > MostPrice)
            yield return ("priceMinor", "An amount above zero.");
        if (benefits is not null && (benefits.Length > MostBenefits || benefits.Any(benefit => string.IsNullOrWhiteSpace(benefit) || benefit.Length > MostName)))
            yield return ("benefits", $"At most {MostBenefits} lines of at most {MostName} characters.");
    }

    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
