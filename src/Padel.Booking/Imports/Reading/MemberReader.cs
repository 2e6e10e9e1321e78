using Padel.Kernel;
using Padel.Platform.Files;

namespace Padel.Booking.Imports.Reading;

/// <summary>Reads rows of the member list: a name and a phone are needed, anything else unreadable is only told.</summary>
internal static class MemberReader
{
    public static readonly string[] Columns = ["member_no", "name", "phone", "email", "joined", "status", "notes"];

    private const int MaxMemberNoLength = 40;

    public static Read<LoggedMember> Read(LogRow row)
    {
        var name = Words.Name(row["name"]);
        if (name.Length == 0)
            return new Refusal(Reasons.NoName, "The name is missing.");
        if (row["phone"].Length == 0)
            return new Refusal(Reasons.NoPhone, "The phone is missing.");
        if (!PhoneNumber.TryParse(row["phone"], out var phone))
            return Refusal.Of(Reasons.BadPhone, "phone number", row["phone"]);

        var warnings = new List<Refusal>();
        var member = new LoggedMember(name, phone, Email(row["email"], warnings), Joined(row["joined"], warnings), IsBlacklisted(row["status"]))
        {
            MemberNo = Words.Clean(row["member_no"], MaxMemberNoLength),
            Note = Words.NullIfEmpty(Words.Clean(row["notes"], Words.MaxNoteLength)),
        };
        return new Read<LoggedMember>(member, warnings);
    }

    private static EmailAddress? Email(string text, List<Refusal> warnings)
    {
        if (EmailAddress.TryParse(text, out var email))
            return email;
        if (text.Length > 0)
            warnings.Add(Refusal.Of(Reasons.BadEmail, "email address", text));
        return null;
    }

    private static DateOnly? Joined(string text, List<Refusal> warnings)
    {
        if (WrittenDate.TryParse(text, out var date))
            return date;
        if (text.Length > 0)
            warnings.Add(Refusal.Of(Reasons.BadJoined, "date", text));
        return null;
    }

    private static bool IsBlacklisted(string status) => Words.Letters(status) is "blacklisted" or "blacklist" or "blocked" or "banned";
}
