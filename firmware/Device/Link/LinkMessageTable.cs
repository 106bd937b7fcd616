namespace Bms.Device.Link;

/// <summary>The message table: every message of the link, as rows with stable numbers.</summary>
public static class LinkMessageTable
{
    /// <summary>All rows in the order of their numbers. Makes a new array: for start-up, hosts and tests.</summary>
    public static LinkMessageRow[] Rows()
    {
        const bool AnyTime = false;
        const bool WhileOpen = true;
        return new LinkMessageRow[]
        {
            //                 number                    name            bytes  contactors
            new LinkMessageRow(LinkMessage.Hello,        "hello",            1, AnyTime),
            new LinkMessageRow(LinkMessage.Update,       "update",           4, AnyTime),
            new LinkMessageRow(LinkMessage.Ask,          "ask",              2, AnyTime),
            new LinkMessageRow(LinkMessage.ReadChannels, "read channels",    3, AnyTime),
            new LinkMessageRow(LinkMessage.ReadSetting,  "read setting",     3, AnyTime),
            new LinkMessageRow(LinkMessage.WriteSetting, "write setting",    7, WhileOpen),
            new LinkMessageRow(LinkMessage.Tare,         "tare",             2, WhileOpen),
            new LinkMessageRow(LinkMessage.Span,         "span",             6, WhileOpen),
            new LinkMessageRow(LinkMessage.SetMode,      "set mode",         2, WhileOpen),
            new LinkMessageRow(LinkMessage.Reboot,       "reboot",           1, WhileOpen),
            new LinkMessageRow(LinkMessage.Identity,     "identity",        13, AnyTime),
            new LinkMessageRow(LinkMessage.Decision,     "decision",        22, AnyTime),
            new LinkMessageRow(LinkMessage.Status,       "status",          56, AnyTime),
            new LinkMessageRow(LinkMessage.Reply,        "reply",            7, AnyTime),
            new LinkMessageRow(LinkMessage.Readings,     "readings",         4, AnyTime),
            new LinkMessageRow(LinkMessage.Estimates,    "estimates",       45, AnyTime),
        };
    }
}
